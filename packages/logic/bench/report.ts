/** The answer to one question. */
export interface Asked {
  readonly kind: string;
  readonly verdict: string;
  /** CPU time. */
  readonly seconds: number;
}

/** What a process that asked all questions about an agreement says of itself. */
export interface Run {
  readonly asked: readonly Asked[];
  /** CPU time to make the formulas. */
  readonly preparation: number;
  /** CPU time in all. */
  readonly seconds: number;
  /** The most clauses that one solver was given. */
  readonly clauses: number;
  readonly megabytes: number;
}

const columns = [
  'rules',
  'questions',
  'seconds',
  'of them formulas',
  'unknown',
  'clauses',
  'MB',
  'Z3 answered',
  'Z3 seconds',
  'agreed',
];

export const heading = `${line(columns)}\n${line(columns.map((name) => '-'.repeat(name.length)))}`;

/** One line of the table. Seconds are CPU time; `second` is what another solver answered. */
export function row(name: string, ours: Run, second: readonly Asked[] | undefined): string {
  const { asked } = ours;
  const others = second?.filter(({ verdict }) => verdict !== 'unknown');
  const agreed = second?.filter(({ verdict }, at) => verdict !== 'unknown' && verdict === asked[at]?.verdict);
  const seconds = second?.reduce((all, { seconds }) => all + seconds, 0);
  return line([
    name,
    `${asked.length}`,
    ours.seconds.toFixed(1),
    ours.preparation.toFixed(1),
    `${asked.filter(({ verdict }) => verdict.includes('unknown')).length}`,
    `${ours.clauses}`,
    ours.megabytes.toFixed(0),
    `${others?.length ?? '-'}`,
    seconds?.toFixed(1) ?? '-',
    agreed && others ? `${agreed.length} of ${others.length}` : '-',
  ]);
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell, at) => cell.padStart(Math.max(12, columns[at]?.length ?? 0))).join(' | ')} |`;
}
