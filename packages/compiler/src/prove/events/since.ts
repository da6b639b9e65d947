import type { Context, Formula } from '@smarketing/logic';
import type { Cells } from './cells.ts';
import { keyOfSince } from './uses.ts';

/** What holds between events and those after which they are counted. */
export function sinceAxioms(logic: Context, { cells }: { readonly cells: Cells }): Formula[] {
  const known = new Map<string, Formula>();
  const latestWithin = (events: readonly string[], within: number): Formula => {
    const key = `${keyOfSince(events)} ${within}`;
    const formula = known.get(key) ?? cells.atLeast(1, cells.of({ events, where: null, since: [], within }));
    known.set(key, formula);
    return formula;
  };
  return cells.all.flatMap((cell) => {
    const empty = logic.is(cell.variable, [0]);
    return cell.told.sinces.flatMap((since) => {
      if (since === 'entry') return [];
      const { from, to } = cell.segment;
      if (!cell.after.has(keyOfSince(since))) return [logic.or(empty, latestWithin(since, to))];
      const later = from === 0 ? logic.false : latestWithin(since, from - 1);
      return [logic.or(empty, logic.not(later))];
    });
  });
}
