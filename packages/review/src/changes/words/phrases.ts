import type { Condition, InForce } from '@smarketing/compiler/ir';
import { type Book, conditionLines, inForce, plain } from '@smarketing/compiler/words';
import { listed } from '../../words/listed.ts';
import { same } from '../content.ts';
import type { Pair, Sides } from '../items.ts';
import { normalCondition } from '../normal.ts';

/** `“a”, “b” and “c”`. */
export function quotedList(texts: readonly string[]): string {
  return listed(texts.map((text) => `“${text}”`));
}

/** What a condition asks, in one line; `null` asks nothing. */
export function asks(book: Book, condition: Condition | null): string {
  const lines = conditionLines(book, condition, 'it ').map(plain);
  return lines.length === 0 ? 'every lead' : lines.join(', and ');
}

/** The parts of two conditions in which they differ. */
export function asksApart(
  { before, after }: Pair<Condition | null>,
  sides: Sides,
): { readonly was: string; readonly is: string } {
  const [ones, others] = [partsOf(before), partsOf(after)];
  const gone = ones.filter((part) => !others.some((other) => same(part, other)));
  const come = others.filter((part) => !ones.some((other) => same(part, other)));
  return {
    was: gone.length === 0 ? 'nothing of the kind' : asks(sides.before, together(gone)),
    is: come.length === 0 ? 'nothing of the kind' : asks(sides.after, together(come)),
  };
}

function partsOf(condition: Condition | null): readonly Condition[] {
  if (condition === null) return [];
  const normal = normalCondition(condition);
  if (normal.kind !== 'all') return [condition];
  return condition.kind === 'all' ? condition.of : [condition];
}

function together(parts: readonly Condition[]): Condition {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind: 'all', of: parts };
}

/** When something is in force. */
export function term(book: Book, span: InForce | null): string {
  return span === null ? 'always' : inForce(span, book.agreement.time_zone);
}
