import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Decision, seededRandom } from '../../src/ir/index.ts';
import { decideByHand, type Outcome, type PlainLead } from './by-hand.ts';
import { csvOf, makeLead } from './leads.ts';
import { measure, median, type Side } from './measure.ts';
import { peerSides } from './peers/index.ts';
import { versions } from './peers/install.ts';
import { type Columns, type Decisions, loadWorkload } from './workload.ts';

/**
 * Prints how many leads a second of CPU the generated engine decides, one by one, in columns and from a file, beside a function written
 * by hand and, with `--peers`, beside other rule engines. All run in this process, by turns; that they give the same answers is checked
 * first, for every lead that a side decides. The figures are written as JSON into `out/`, too.
 * `npm run bench:decide -w @smarketing/compiler -- --leads 100000 --peers`
 */
const { values } = parseArgs({
  options: {
    leads: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '7' },
    peers: { type: 'boolean', default: false },
    json: { type: 'string', default: resolve(import.meta.dirname, '../../out/bench/decide.json') },
  },
});
const asOf = Date.UTC(2026, 10, 24, 9);
const { agreement, engine, batch } = await loadWorkload();
const { parseLead, readLead, decide } = engine;
const random = seededRandom(20261126);
const plain = Array.from({ length: Number(values.leads) }, (_, at): PlainLead => makeLead(random, at, asOf));
const parsed = plain.map((lead) => parseLead(lead));
const momentOf = (at: number): number => asOf + (at % 2000) * 60_000;
const moments = Float64Array.from(plain, (_, at) => momentOf(at));
const columns = batch.encodeLeads(parsed);
const decisions = batch.decideBatch(columns, { asOf: moments });
const csv = csvOf(plain);

function outcomeOf({ stage, scores, grade, route, promises }: Decision): Outcome {
  const due = promises.find(({ id }) => id === 'first_call')?.due_at ?? null;
  const { fit = 0, engagement = 0, total = 0 } = scores;
  return { stage, fit, engagement, total, grade: grade ?? '', queue: route?.queue ?? null, due };
}

function compare(side: string, at: number, ours: Outcome): void {
  const theirs = decideByHand(plain[at] as PlainLead, momentOf(at));
  if (JSON.stringify(theirs) !== JSON.stringify(ours))
    throw new Error(
      `${plain[at]?.id}: ${JSON.stringify(theirs)} by hand, ${JSON.stringify(ours)} by ${side}`,
    );
}

/** Decides the file batch after batch; each at the moments of its leads. */
async function decideFile(isChecked: boolean): Promise<void> {
  let from = 0;
  let into: Decisions | undefined;
  for await (const page of batch.readCsv(csv, { readLead, reuse: true })) {
    if (page.problems.length > 0)
      throw new Error(`The file has problems: ${JSON.stringify(page.problems[0])}`);
    const { count } = page.columns;
    into = batch.decideBatch(page.columns, { asOf: moments.subarray(from, from + count), into });
    if (isChecked) comparePage(page.columns, into, from);
    from += count;
  }
  if (from !== plain.length) throw new Error(`The file has ${from} leads`);
}

function comparePage(page: Columns, out: Decisions, from: number): void {
  for (let row = 0; row < page.count; row++)
    compare('CSV', from + row, outcomeOf(batch.decisionAt(page, out, row)));
}

for (const [at, lead] of parsed.entries()) {
  compare('decide', at, outcomeOf(decide(lead, { asOf: momentOf(at) })));
  compare('decideBatch', at, outcomeOf(batch.decisionAt(columns, decisions, at)));
}
await decideFile(true);

let checksum = 0;
const leads = plain.length;
const own: readonly Side[] = [
  {
    name: 'by hand',
    leads,
    work: () => plain.forEach((lead, at) => (checksum += decideByHand(lead, momentOf(at)).total)),
  },
  {
    name: 'decide',
    leads,
    work: () => parsed.forEach((lead, at) => (checksum += decide(lead, { asOf: momentOf(at) }).stage.length)),
  },
  {
    name: 'decideBatch',
    leads,
    work: () => batch.decideBatch(columns, { asOf: moments, into: decisions }),
  },
  {
    name: 'encodeLeads + decideBatch',
    leads,
    work: () => batch.decideBatch(batch.encodeLeads(parsed), { asOf: moments, into: decisions }),
  },
  { name: 'CSV to decisions', leads, work: () => decideFile(false) },
];
const peers = values.peers ? await peerSides(agreement, plain, momentOf) : [];
const rates = new Map([
  ...(await measure(own, Number(values.rounds))),
  ...(await measure(peers, Math.min(3, Number(values.rounds)))),
]);

const base = median(rates.get('by hand') ?? []);
const figures = [...own, ...peers].map(({ name, leads: count }) => {
  const rate = median(rates.get(name) ?? []);
  return { name, leads: count, per_second: Math.round(rate), of_by_hand: rate / base };
});
const used = { node: process.version, ...(values.peers && versions) };
const shown = Object.entries(used).map(([name, version]) => `${name} ${version}`);
process.stdout.write(`${shown.join(', ')}; the same answers for every lead (${checksum.toFixed(0)})\n\n`);
process.stdout.write(
  `${''.padEnd(28)}${['leads', 'a second', 'of by hand'].map((cell) => cell.padStart(12)).join('')}\n`,
);
for (const { name, leads: count, per_second: rate, of_by_hand: share } of figures) {
  const cells = [count.toLocaleString('en'), rate.toLocaleString('en'), share.toFixed(share < 0.1 ? 4 : 2)];
  process.stdout.write(`${name.padEnd(28)}${cells.map((cell) => cell.padStart(12)).join('')}\n`);
}
mkdirSync(dirname(values.json), { recursive: true });
writeFileSync(values.json, `${JSON.stringify({ versions: used, figures }, null, 2)}\n`);
