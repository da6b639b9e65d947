import { readFileSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { parseArgs } from 'node:util';
import { type Calendar, deadline } from '../../src/emit/typescript/runtime/calendar.ts';
import { seededRandom } from '../../src/ir/index.ts';
import { compileCalendar, packIntervals, tzdbVersion } from '../../src/time/index.ts';
import { type Deadline, luxonDeadline, temporalDeadline } from './by-day.ts';
import { from, makeTask, office, until } from './workload.ts';

/**
 * Prints how many deadlines in working time a second an engine finds, beside temporal-polyfill and luxon. All run in this process,
 * by turns; that they give the same answers for every task is checked first. `--json <file>` writes the figures too.
 * `npm run bench:deadlines -w @smarketing/compiler -- --tasks 5000`
 */
const { values } = parseArgs({
  options: { tasks: { type: 'string', default: '5000' }, json: { type: 'string' } },
});
const rounds = 5;
/** So often does the fastest side go through the tasks in a round, to be long enough to be measured. */
const repeats = 200;

const table = compileCalendar(office, from, until);
const calendar: Calendar = { from, until, packed: packIntervals(table), hours: null };
const sides: Readonly<Record<string, { readonly find: Deadline; readonly times: number }>> = {
  engine: { find: ({ start, work }) => deadline(calendar, start, work) ?? Number.NaN, times: repeats },
  'temporal-polyfill': { find: temporalDeadline(office), times: 1 },
  luxon: { find: luxonDeadline(office), times: 1 },
};

const random = seededRandom(20261126);
const tasks = Array.from({ length: Number(values.tasks) }, () => makeTask(random));
for (const task of tasks) {
  const answers = Object.entries(sides).map(([name, { find }]) => [name, find(task)] as const);
  if (new Set(answers.map(([, due]) => due)).size > 1)
    throw new Error(`${JSON.stringify(task)}: ${JSON.stringify(answers)}`);
}

let checksum = 0;
const rates = new Map<string, number[]>(Object.keys(sides).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, { find, times }] of Object.entries(sides)) {
    const before = process.cpuUsage();
    for (let time = 0; time < times; time += 1)
      for (const task of tasks) checksum += (find(task) / 60_000) % 1000;
    const { user, system } = process.cpuUsage(before);
    rates.get(name)?.push((tasks.length * times) / ((user + system) / 1e6));
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

function versionOf(name: string): string {
  const manifest = readFileSync(findPackageJSON(name, import.meta.url) ?? '', 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

const versions = {
  node: process.version,
  tzdb: tzdbVersion,
  'temporal-polyfill': versionOf('temporal-polyfill'),
  luxon: versionOf('luxon'),
};
const base = median(rates.get('engine') ?? []);
const figures = [...rates].map(([name, all]) => ({
  name,
  per_second: Math.round(median(all)),
  times_slower: base / median(all),
}));

const shown = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
process.stdout.write(
  `${shown.join(', ')}; ${tasks.length} deadlines, the same answers for each (${checksum})\n\n`,
);
for (const { name, per_second: rate, times_slower: slower } of figures) {
  const cells = [rate.toLocaleString('en'), slower.toFixed(slower < 10 ? 1 : 0)];
  process.stdout.write(`${name.padEnd(20)}${cells.map((cell) => cell.padStart(14)).join('')}\n`);
}
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ versions, tasks: tasks.length, figures }, null, 2)}\n`);
