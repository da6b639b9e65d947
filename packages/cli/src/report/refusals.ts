import { colors, type Io, write } from '../io.ts';
import type { LeadSource, SourceProblem } from '../leads/lead.ts';
import { csvLine } from './csv.ts';
import { columns, counted, grouped } from './text.ts';

/** The rows that were refused: the first ones in full, all of them by reason, and all of them in a file if one was asked for. */
export interface Refusals {
  readonly count: () => number;
  readonly add: (place: number, problems: readonly SourceProblem[]) => Promise<void>;
  readonly end: () => Promise<void>;
}

export interface RefusalsOptions {
  readonly source: Pick<LeadSource, 'shown' | 'unit'>;
  /** Writes to the file of refused rows; `null` when none was asked for. */
  readonly toFile: ((text: string) => Promise<void>) | null;
  /** Takes a progress bar away before something is printed. */
  readonly clear: () => void;
}

const shownInFull = 10;

export function createRefusals({ source, toFile, clear }: RefusalsOptions, io: Io): Refusals {
  const { bold, dim, yellow } = colors(io, 'stderr');
  const byReason = new Map<string, number>();
  let count = 0;
  const note = async (place: number, problems: readonly SourceProblem[]): Promise<void> => {
    for (const { where, message } of problems) {
      if (toFile) await toFile(csvLine([place, where, message]));
      if (toFile || count > shownInFull) continue;
      const at = bold(`${source.shown} ${source.unit} ${place}`);
      await write(io, 'stderr', `${at}  ${where === null ? '' : `${yellow(where)}: `}${message}\n`);
    }
  };
  return {
    count: () => count,
    add: async (place, problems) => {
      count += 1;
      if (!toFile && count <= shownInFull) clear();
      if (toFile && count === 1) await toFile(csvLine([source.unit, 'column', 'reason']));
      for (const reason of new Set(problems.map(reasonOf)))
        byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
      await note(place, problems);
    },
    end: async () => {
      if (count === 0 || (!toFile && count <= shownInFull)) return;
      const rest = toFile
        ? counted(count, `refused ${source.unit}`)
        : `and ${grouped(count - shownInFull)} more`;
      const most = [...byReason].toSorted(([, a], [, b]) => b - a);
      const lines = columns(most.slice(0, 20).map(([reason, times]) => [times, reason]));
      await write(
        io,
        'stderr',
        `${rest}; all of them by reason:\n${lines.map((line) => dim(`  ${line}\n`)).join('')}`,
      );
    },
  };
}

function reasonOf({ where, reason }: SourceProblem): string {
  return where === null ? reason : `${where.replaceAll(/\[\d+\]/g, '')} ${reason}`;
}
