import { type Context, orWords } from './context.ts';
import type { Cursor } from './cursor.ts';

/** A calendar's name, or one of the words that may stand for one; `null` when none is given. */
export function calendarName(
  context: Context,
  name: string | undefined,
  at: Cursor,
  words: readonly string[] = ['always'],
): string | null {
  if (name === undefined) return null;
  context.resolve('calendar', orWords(words, context.scope.calendars), name, at);
  return name;
}
