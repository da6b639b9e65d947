import { type Io, useColor } from '../io.ts';
import { tryGit } from './git.ts';

/** What git would have shown of two files: its lines from the first `@@` on, or that they are binary. */
export function unifiedDiff(before: string, after: string, io: Io): string {
  const color = `--color=${useColor(io, 'stdout') ? 'always' : 'never'}`;
  const args = ['diff', '--no-index', '--no-ext-diff', '--no-textconv', color, '--', before, after];
  const lines = (tryGit(args, io, '', [0, 1])?.toString('utf8') ?? '').split('\n');
  // oxlint-disable-next-line no-control-regex -- the colours of git
  const start = lines.findIndex((line) => /^(?:\u001b\[[\d;]*m)*(?:@@|Binary)/.test(line));
  return start < 0 ? '' : lines.slice(start).join('\n');
}
