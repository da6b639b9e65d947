import { type Book, goalFigure, goalMetric, isoDate, type Ref } from '@smarketing/compiler/words';
import type { Gap } from '@smarketing/simulator';

export interface GapWords {
  readonly says: string;
  readonly ref: Ref | null;
  readonly why: string;
}

/** What was left out, with where it stands in the agreement: `promise receipt` → what the promise says. */
export function gapWords(book: Book, { what, why }: Gap): GapWords {
  const [kind = '', id = ''] = what.split(' ');
  if (kind === 'promise' && book.promises.has(id))
    return { says: book.promises.get(id)?.says ?? id, ref: { kind, id }, why };
  if (kind === 'queue' && book.queues.has(id))
    return { says: book.queues.get(id)?.title ?? id, ref: { kind, id }, why };
  const goal = book.agreement.goals.find((one) => kind === 'goal' && one.id === id);
  if (!goal) return { says: what, ref: null, why };
  const says = `${goalFigure(book, goal)} ${goalMetric(book, goal)} by ${isoDate(goal.by)}`;
  return { says, ref: { kind: 'goal', id }, why };
}
