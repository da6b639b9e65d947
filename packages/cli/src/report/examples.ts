import type { Explanation, LedgerLine } from '@smarketing/compiler/ir';
import type { ExampleResult } from '../examples/run.ts';
import { colors, type Colors, type Io, write } from '../io.ts';
import type { Loaded } from '../load/agreement.ts';
import { placeOf } from './place.ts';
import { columns, counted } from './text.ts';

export interface TestedAgreement {
  readonly loaded: Loaded;
  readonly results: readonly ExampleResult[];
}

export function passes({ differences, disagree }: ExampleResult): boolean {
  return differences.length === 0 && !disagree;
}

/** One line an agreement, and each failing example with what came out and why. */
export async function reportExamples({ loaded, results }: TestedAgreement, io: Io): Promise<void> {
  const paint = colors(io, 'stdout');
  const { bold, dim, green, red, yellow } = paint;
  const failing = results.filter((result) => !passes(result));
  const mark =
    failing.length > 0 || !loaded.agreement ? red('✗') : results.length === 0 ? yellow('!') : green('✓');
  const says = loaded.agreement
    ? counted(results.length, 'example')
    : 'has errors, so its examples did not run';
  const bad = failing.length > 0 ? `, ${red(`${failing.length} failed`)}` : '';
  await write(io, 'stdout', `${mark} ${bold(loaded.shown)}  ${dim(says)}${bad}\n`);
  for (const result of failing) await write(io, 'stdout', `\n${failure(result, loaded, paint)}\n`);
}

/** One line for all of them. */
export async function reportExamplesTotal(all: readonly TestedAgreement[], io: Io): Promise<void> {
  const results = all.flatMap((tested) => tested.results);
  const failed = results.filter((result) => !passes(result)).length;
  const { bold, green, red } = colors(io, 'stdout');
  const passed = bold(green(`${results.length - failed} passed`));
  await write(io, 'stdout', `\n${failed > 0 ? `${bold(red(`${failed} failed`))}, ` : ''}${passed}\n`);
}

function failure(result: ExampleResult, loaded: Loaded, paint: Colors): string {
  const { example, decision, differences, disagree } = result;
  const { bold, dim, red } = paint;
  const lines = [
    `${red('✗')} ${bold(example.id)}  ${dim(placeOf(example.span, loaded))}`,
    `  ${example.says}`,
    '',
  ];
  if (disagree) {
    lines.push(
      '  The generated engine and the reference evaluator do not agree. This is a bug in smarketing; please report it.',
    );
  }
  if (differences.length > 0) lines.push(...table(result, paint), '');
  if (decision)
    lines.push(
      ...ledgers(
        differences.flatMap(({ score }) => score ?? []),
        decision,
        paint,
      ),
      ...reasons(decision, paint),
    );
  return lines.join('\n');
}

function table({ differences }: ExampleResult, { dim, green, red }: Colors): string[] {
  const rows = differences.map(({ what, expected, got }) => [what, expected, got]);
  const lines = columns([['', 'expected', 'got'], ...rows]);
  const widths = [0, 1].map((index) =>
    Math.max(...[['', 'expected', 'got'], ...rows].map((row) => row[index]?.length ?? 0)),
  );
  const [first = 0, second = 0] = widths;
  return lines.map((line, index) => {
    if (index === 0) return `  ${dim(line)}`;
    const expected = line.slice(first + 2, first + 2 + second);
    return `  ${line.slice(0, first + 2)}${green(expected)}${red(line.slice(first + 2 + second))}`;
  });
}

/** How each of these scores came about. */
function ledgers(scores: readonly string[], decision: Explanation, { bold, dim }: Colors): string[] {
  return [...new Set(scores)].flatMap((score) => {
    const lines = decision.ledger[score] ?? [];
    const points = [...lines.map((line) => signed(line.points)), String(decision.scores[score] ?? 0)];
    const width = Math.max(...points.map((text) => text.length));
    const rows = lines.map(
      (line, index) => `  ${(points[index] ?? '').padStart(width)}  ${line.id}${clamp(line, dim)}`,
    );
    const total = `  ${(points.at(-1) ?? '').padStart(width)}  ${bold(score)}`;
    return [
      ...(rows.length > 0 ? rows : [dim('  no rule of it gave points')]),
      dim(`  ${'─'.repeat(width)}`),
      total,
      '',
    ];
  });
}

/** All scores in a line, and what made the decision. */
function reasons({ scores, reasons: ids }: Explanation, { dim }: Colors): string[] {
  const points = Object.entries(scores).map(([id, value]) => `${id} ${value}`);
  return [dim(`  scores: ${points.join(', ') || 'none'}`), dim(`  reasons: ${ids.join(', ') || 'none'}`)];
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}

function clamp({ kind }: LedgerLine, dim: Colors['dim']): string {
  return kind === 'rule' || kind === 'score' ? '' : dim(` (${kind.replace('_', ' ')})`);
}
