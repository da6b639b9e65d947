import type { Agreement, Stage } from '@smarketing/compiler/ir';

/** A line that leads from some stages to one. */
export interface Line {
  readonly kind: 'skip' | 'exit' | 'back';
  readonly from: readonly string[];
  readonly to: string;
}

export interface Ways {
  readonly stages: readonly Stage[];
  readonly exits: readonly Stage[];
  /** Stages whose next stage can be entered directly. */
  readonly steps: ReadonlySet<string>;
  readonly lines: readonly Line[];
}

/** What of the transitions a drawing shows: steps to the next stage, jumps, exits and ways back. */
export function readWays({ stages: all, transitions }: Agreement): Ways {
  const stages = all.filter(({ exit }) => !exit);
  const exits = all.filter(({ exit }) => exit);
  const isExit = new Set(exits.map(({ id }) => id));
  const next = new Map(stages.slice(0, -1).map(({ id }, i) => [id, stages[i + 1]?.id]));
  const steps = new Set<string>();
  const lines = new Map<string, Line>();
  for (const { from, to } of transitions) {
    for (const source of from) {
      if (next.get(source) === to) steps.add(source);
      else addLine(lines, { kind: kindOf(isExit, source, to), from: [source], to });
    }
  }
  return { stages, exits, steps, lines: [...lines.values()] };
}

const kindOf = (isExit: ReadonlySet<string>, from: string, to: string): Line['kind'] => {
  if (isExit.has(to)) return 'exit';
  return isExit.has(from) ? 'back' : 'skip';
};

function addLine(lines: Map<string, Line>, line: Line): void {
  const key = `${line.kind} ${line.to}`;
  const known = lines.get(key);
  const from = [...new Set([...(known?.from ?? []), ...line.from])];
  lines.set(key, { ...line, from });
}
