import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile, prove, readAgreementFolder, type SourceFile } from '../src/index.ts';
import { madeUp } from './made-up.ts';

/**
 * Prints what it costs to prove all properties of the agreements of this repository and of made-up ones, in seconds of CPU.
 * `npm run bench -w @smarketing/compiler -- --rules 50,200,1000`
 */
const { values } = parseArgs({ options: { rules: { type: 'string', default: '50,200,1000' } } });
const agreements = join(import.meta.dirname, '../../../agreements');

interface Row {
  readonly name: string;
  readonly rules: number;
  readonly questions: number;
  readonly seconds: number;
  readonly unknown: number;
}

function measure(name: string, sources: readonly SourceFile[]): Row {
  const [agreement, found] = compile(sources, { name, today: '2026-11-26', proofs: false });
  if (!agreement) throw new Error(`${name} has errors: ${found[0]?.message ?? ''}`);
  const before = process.cpuUsage();
  const { properties } = prove(agreement);
  const { user, system } = process.cpuUsage(before);
  const rules = [...agreement.scores.flatMap((score) => score.rules), ...(agreement.routing?.rows ?? [])];
  const unknown = properties.filter(({ verdict }) => verdict === 'unknown').length;
  return {
    name,
    rules: rules.length,
    questions: properties.length,
    seconds: (user + system) / 1e6,
    unknown,
  };
}

function filesOf(name: string): readonly SourceFile[] {
  const [sources] = readAgreementFolder(join(agreements, name));
  return sources ?? [];
}

function print({ name, rules, questions, seconds, unknown }: Row): void {
  const cells = [rules, questions, seconds.toFixed(2), unknown].map((cell) => String(cell).padStart(10));
  process.stdout.write(`${name.padEnd(16)}${cells.join('')}\n`);
}

process.stdout.write(`node ${process.version}\n\n`);
process.stdout.write(
  `${''.padEnd(16)}${['rules', 'questions', 'seconds', 'unknown'].map((head) => head.padStart(10)).join('')}\n`,
);
for (const name of ['acme', 'starter']) print(measure(name, filesOf(name)));
for (const rules of values.rules.split(',').map(Number)) {
  for (const kind of ['realistic', 'dense'] as const) print(measure(`${kind}_${rules}`, madeUp(rules, kind)));
}
