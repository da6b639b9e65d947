import type { Variable } from '@smarketing/logic';
import type { Agreement } from '../../ir/types.ts';
import { createAsker } from '../ask/asker.ts';

/**
 * How many kinds of lead an agreement can tell apart: by the classes of its fields, the stage that it is recorded in and since
 * when, and when each kind of event last happened. What is proved is proved for all of them.
 *
 * ```ts
 * countKinds(agreement); // 1_327_104n
 * ```
 */
export function countKinds(agreement: Agreement): bigint {
  const { world, session } = createAsker(agreement);
  const { fields, entry, told, asOf } = world;
  const ofEvents = [...told.values()]
    .filter(({ type }) => type.enters === null)
    .flatMap(({ kinds, segments }) => kinds.map(() => BigInt(segments.length + 1)));
  const ofStages = BigInt(1 + (entry.recorded.atoms - 1) * entry.segments.length);
  const dated = [...fields.values()].flatMap(({ variables }) => (variables.length === 3 ? variables : []));
  const apart = [...fields.values()].flatMap(({ variables }) => (variables.length === 3 ? [] : [variables]));
  const count = (over: readonly Variable[]): bigint => {
    const answer = session.count(world.logic.true, { over, most: 50_000 });
    return answer.verdict === 'unknown' ? 1n : answer.classes;
  };
  return [count([asOf.variable, ...dated]), ofStages, ...apart.map(count), ...ofEvents].reduce(
    (product, classes) => product * classes,
    1n,
  );
}
