import { colors, type Io, write } from '../io.ts';
import type { InForce } from '../load/history.ts';
import { visible } from './encode/visible.ts';

/** Which version leads are decided by, where it is not the one on the disk. */
export async function reportInForce(
  { known, from }: InForce,
  { name, day }: { readonly name: string; readonly day: string },
  io: Io,
): Promise<void> {
  const { dim } = colors(io, 'stderr');
  await write(io, 'stderr', `${dim(`${name} on ${day}: in force from ${from}, ${knownWords(known)}`)}\n`);
}

/** How a version is known. */
export function knownWords(known: InForce['known']): string {
  if ('version' in known) return `version ${known.version}, released on ${known.released}`;
  return `commit ${known.shown} of ${known.day}: ${visible(known.subject)}`;
}
