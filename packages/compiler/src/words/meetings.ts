import type { Meeting } from '../ir/types.ts';
import { counted, every } from './amounts.ts';
import { upperFirst } from './phrase.ts';

/** `Every week, on Monday, at 09:30, 30 minutes`. */
export function meetingWhen({ every: period, on, at, minutes }: Meeting): string {
  return [every(period), on && `on ${upperFirst(on)}`, at && `at ${at}`, counted(minutes, 'minute')]
    .filter((part) => part !== null)
    .map((part, i) => (i === 0 ? upperFirst(part) : part))
    .join(', ');
}
