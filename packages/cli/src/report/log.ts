import type { LogEntry } from '../commands/log.ts';
import { colors, type Io } from '../io.ts';
import { visible } from './encode/visible.ts';
import { changeLines } from './file-diff.ts';
import { wrapped } from './text.ts';

/** The history of an agreement for people: of each commit what it says, what it comes to, and what it changed. */
export function logLines(name: string, all: readonly LogEntry[], io: Io): readonly string[] {
  const paint = colors(io, 'stdout');
  const columns = Math.min(io.columns, 110);
  return [
    paint.bold(visible(name)),
    ...all.flatMap(({ commit, day, subject, verdict, changes }) => [
      '',
      `${paint.yellow(commit)} ${day}  ${visible(subject)}`,
      ...wrapped(verdict, columns - 2).map((line) => `  ${paint.bold(line)}`),
      ...changes.flatMap((change) => changeLines(change, io)),
    ]),
  ];
}
