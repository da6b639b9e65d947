import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile, readAgreementFolder, type SourceFile } from '@smarketing/compiler';
import { madeUp } from './made-up.ts';

/**
 * Prints what it costs to check agreements in one process, in seconds of CPU: the example agreement the first time (everything
 * is compiled by the engine yet) and again, and made-up ones of so many lines. `--proofs` proves them as well. It measures what
 * `npm run build` made, as people have it.
 * `npm run bench:check -w @smarketing/compiler -- --lines 25000,50000,100000`
 */
const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '25000,50000,100000' },
    proofs: { type: 'boolean', default: false },
  },
});
const agreements = join(import.meta.dirname, '../../../agreements');
const rules = 500;
const perFile = 1000;

function print(cells: readonly (string | number)[]): void {
  const [name = '', ...rest] = cells.map(String);
  process.stdout.write(`${name.padEnd(24)}${rest.map((cell) => cell.padStart(12)).join('')}\n`);
}

function measure(name: string, sources: readonly SourceFile[]): void {
  const before = process.cpuUsage();
  const [agreement, found] = compile(sources, {
    name: 'made_up',
    today: '2026-11-26',
    proofs: values.proofs,
  });
  const { user, system } = process.cpuUsage(before);
  if (!agreement) throw new Error(`${name} has errors: ${found[0]?.code} ${found[0]?.message ?? ''}`);
  const lines = sources.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
  const memory = Math.round(process.memoryUsage.rss() / 1e6);
  print([name, lines, ((user + system) / 1e6).toFixed(2), `${memory} MB`]);
}

/** The rules of a made-up agreement, and examples up to so many lines. */
function ofLines(lines: number): readonly SourceFile[] {
  const written = madeUp(rules, 'realistic');
  const left = lines - written.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
  const each = example(0).split('\n').length - 1;
  const all = Array.from({ length: Math.floor(left / each) }, (_, at) => example(at));
  const files = Array.from({ length: Math.ceil(all.length / perFile) }, (_, at): SourceFile => {
    const name = `examples/e${at}.yaml`;
    const text = `examples:\n${all.slice(at * perFile, (at + 1) * perFile).join('')}`;
    return { path: name, name, text };
  });
  return [...written, ...files].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function example(at: number): string {
  return `  - id: example_${at}
    says: Number ${at} is what it is.
    as_of: 2026-11-17T10:00:00+01:00
    stage: lead
    lead:
      created_at: 2026-11-01 09:00
      n0: ${at}
      c0: o${at % 4}
      f0: ${at % 2 === 0}
    events:
      - { event: e${at % 10}, at: 3 hours ago }
    expect: { stage: lead }
`;
}

process.stdout.write(`node ${process.version}\n\n`);
print(['', 'lines', 'seconds', 'memory']);
const [acme] = readAgreementFolder(join(agreements, 'acme'));
measure('acme, first', acme ?? []);
measure(
  'acme, all files new',
  (acme ?? []).map((file) => ({ ...file })),
);
measure('acme, none changed', acme ?? []);
// As `--watch` checks again: one file was changed, and nothing is known about that one.
const largest = (acme ?? []).reduce((one, other) => (other.text.length > one.text.length ? other : one));
measure(
  'acme, largest file new',
  (acme ?? []).map((file) => (file === largest ? { ...file } : file)),
);
for (const lines of values.lines.split(',').map(Number)) measure(`made up`, ofLines(lines));
