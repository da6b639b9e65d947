import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { emitEngine } from '../../src/emit/index.ts';
import { compile, readAgreementFolder } from '../../src/index.ts';
import { type Agreement, type Decision, seededRandom } from '../../src/ir/index.ts';
import { decideByHand, type Outcome, type PlainLead } from './by-hand.ts';
import { makeLead } from './leads.ts';

/**
 * Prints how many leads a second the generated engine decides, beside a function written by hand. Both run in this process, by
 * turns; that they give the same answers for every lead is checked first.
 * `npm run bench:decide -w @smarketing/compiler -- --leads 100000`
 */
const { values } = parseArgs({ options: { leads: { type: 'string', default: '100000' } } });
const asOf = Date.UTC(2026, 10, 24, 9);
const rounds = 7;

interface Engine {
  readonly parseLead: (json: unknown) => object;
  readonly decide: (lead: object, options: { readonly asOf: number }) => Decision;
}

async function engineOf(agreement: Agreement): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  try {
    for (const { path, text } of await emitEngine(agreement, { packageName: '@example/engine' }))
      if (path.endsWith('.js'))
        writeFileSync(join(folder, basename(path).replace(/js$/, 'mjs')), text.replaceAll(".js'", ".mjs'"));
    return (await import(pathToFileURL(join(folder, 'index.mjs')).href)) as Engine;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function outcomeOf({ stage, scores, grade, route, promises }: Decision): Outcome {
  const due = promises.find(({ id }) => id === 'first_call')?.due_at ?? null;
  const { fit = 0, engagement = 0, total = 0 } = scores;
  return { stage, fit, engagement, total, grade: grade ?? '', queue: route?.queue ?? null, due };
}

/** Leads a second of CPU. */
function rate(count: number, work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return count / ((user + system) / 1e6);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

const [sources] = readAgreementFolder(join(import.meta.dirname, 'workload'));
const [agreement] = compile(sources ?? [], { name: 'workload', today: '2026-11-26', proofs: false });
if (!agreement) throw new Error('The workload has errors');
const { parseLead, decide } = await engineOf(agreement);
const random = seededRandom(20261126);
const plain = Array.from({ length: Number(values.leads) }, (_, at): PlainLead => makeLead(random, at, asOf));
const parsed = plain.map((lead) => parseLead(lead));
const momentOf = (at: number): number => asOf + (at % 2000) * 60_000;

for (const [at, lead] of plain.entries()) {
  const [theirs, ours] = [
    decideByHand(lead, momentOf(at)),
    outcomeOf(decide(parsed[at] ?? {}, { asOf: momentOf(at) })),
  ];
  if (JSON.stringify(theirs) !== JSON.stringify(ours))
    throw new Error(`${lead.id}: ${JSON.stringify(theirs)} by hand, ${JSON.stringify(ours)} by the engine`);
}

let checksum = 0;
const sides = {
  'by hand': () => plain.forEach((lead, at) => (checksum += decideByHand(lead, momentOf(at)).total)),
  decide: () =>
    parsed.forEach((lead, at) => (checksum += decide(lead, { asOf: momentOf(at) }).scores['total'] ?? 0)),
};
const rates = new Map<string, number[]>(Object.keys(sides).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1)
  for (const [name, work] of Object.entries(sides)) rates.get(name)?.push(rate(plain.length, work));

const base = median(rates.get('by hand') ?? []);
process.stdout.write(
  `node ${process.version}, ${plain.length} leads, the same answers for each (${checksum.toFixed(0)})\n\n`,
);
for (const [name, all] of rates) {
  const cells = [Math.round(median(all)).toLocaleString('en'), (median(all) / base).toFixed(2)];
  process.stdout.write(`${name.padEnd(20)}${cells.map((cell) => cell.padStart(14)).join('')}\n`);
}
