import type { FileDiff } from '../commands/git-diff.ts';
import { colors, type Io } from '../io.ts';
import { visible } from './encode/visible.ts';
import { wrapped } from './text.ts';

/** The head of a file in a diff: what git writes, and what changed by its meaning. */
export function fileDiffLines(
  {
    path,
    newPath,
    told,
  }: { readonly path: string; readonly newPath: string; readonly told: FileDiff | null },
  io: Io,
): readonly string[] {
  const paint = colors(io, 'stdout');
  const [from, to] = [path, newPath].map(visible);
  const head = paint.bold(`diff --git a/${from} b/${to}`);
  if (told === null) return [head];
  if ('untold' in told) return [head, told.untold];
  return [head, paint.bold(told.verdict), ...told.changes.flatMap((change) => changeLines(change, io))];
}

/** A change as a bullet: how much it asks, and its sentence. */
export function changeLines(
  { says, level }: { readonly says: string; readonly level: string },
  io: Io,
): readonly string[] {
  const columns = Math.min(io.columns, 110);
  const [first = '', ...rest] = wrapped(visible(`${level}: ${says}`), columns - 4);
  return [`  • ${first}`, ...rest.map((line) => `    ${line}`)];
}
