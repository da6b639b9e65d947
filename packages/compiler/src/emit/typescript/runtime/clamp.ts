import { given } from './points.ts';
import type { LedgerLine } from './types.ts';

/** The points moved under the cap, then over the floor, each with a line in the ledger if it moved them. */
export function clamp(
  kind: 'rule' | 'group' | 'score',
  id: LedgerLine['id'],
  points: number,
  cap: number,
  floor: number,
): number {
  const capped = Math.min(points, cap);
  const floored = Math.max(capped, floor);
  if (points === floored && points === capped) return points;
  given(`${kind}_cap`, id, capped - points);
  given(`${kind}_floor`, id, floored - capped);
  return floored;
}
