import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';

/** A calendar's name, or `always`; `null` when none is given. */
export function calendarName(context: Context, name: string | undefined, at: Cursor): string | null {
  if (name === undefined) return null;
  if (name !== 'always') context.resolve('calendar', context.scope.calendars, name, at);
  return name;
}
