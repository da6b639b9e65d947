import { colors, type Io, write } from '../io.ts';
import type { InForce } from '../load/history.ts';
import { visible } from './encode/visible.ts';

/** Which version leads are decided by, where it is not the one on the disk. */
export async function reportInForce(
  { change, from }: InForce,
  { name, day }: { readonly name: string; readonly day: string },
  io: Io,
): Promise<void> {
  const { dim } = colors(io, 'stderr');
  const commit = `commit ${change.shown} of ${change.day}: ${visible(change.subject)}`;
  await write(io, 'stderr', dim(`${name} on ${day}: in force from ${from}, ${commit}`) + '\n');
}
