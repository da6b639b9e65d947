import type { Change } from '@smarketing/compiler';
import { colors, type Io, write } from '../io.ts';
import { visible } from './encode/visible.ts';
import { counted } from './text.ts';

export interface Made {
  readonly changes: readonly Change[];
  /** How many files they change. */
  readonly files: number;
  /** Nothing is found, so that there is nothing to correct. */
  readonly isFine: boolean;
  /** Nothing was written. */
  readonly dryRun: boolean;
}

/** The lines that change, before and after, and a sentence about all of them. */
export async function reportFixed({ changes, files, isFine, dryRun }: Made, io: Io): Promise<void> {
  const { bold, dim, red, green } = colors(io, 'stdout');
  for (const { path, line, codes, before, after, changesNothing } of byLine(changes)) {
    const note = changesNothing ? dim('  decides nothing differently (proved)') : '';
    const lines = [
      `${bold(`${path}:${line}`)}  ${dim(codes.join(', '))}${note}`,
      ...signed('-', before).map(red),
      ...signed('+', after).map(green),
    ];
    await write(io, 'stdout', `${lines.join('\n')}\n`);
  }
  const done = dryRun ? 'to make; nothing was written' : 'made';
  const nothing = isFine ? 'There is nothing to correct.' : 'Nothing that can be corrected safely.';
  const sentence =
    changes.length === 0
      ? nothing
      : `${counted(changes.length, 'correction')} in ${counted(files, 'file')} ${done}.`;
  await write(io, 'stdout', `${changes.length > 0 ? '\n' : ''}${sentence}\n`);
}

interface Shown extends Omit<Change, 'code'> {
  readonly codes: readonly string[];
}

/** Changes of one line that follow one another are shown as one. */
function byLine(changes: readonly Change[]): readonly Shown[] {
  const shown: Shown[] = [];
  for (const { code, ...change } of changes) {
    const last = shown.at(-1);
    const isSame = last?.path === change.path && last.line === change.line && last.after === change.before;
    if (!isSame) shown.push({ ...change, codes: [code] });
    else
      shown[shown.length - 1] = { ...last, after: change.after, codes: [...new Set([...last.codes, code])] };
  }
  return shown;
}

function signed(sign: '-' | '+', text: string): readonly string[] {
  return text === ''
    ? []
    : text.split('\n').map((line) => `  ${sign} ${visible(line.replaceAll('\t', '→'))}`);
}
