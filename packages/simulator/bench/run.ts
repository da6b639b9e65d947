// What a simulation costs: CPU time of each part on one thread, and wall time of the whole on two.
// node --conditions=@smarketing/source bench/run.ts [agreement] [runs]
import { join } from 'node:path';
import { compile, emitEngine, readAgreementFolder } from '@smarketing/compiler';
import { buildPool, type Engine, modelOf, resultsOf, simulate } from '../src/index.ts';
import { simulateOnThreads } from '../src/node/threads.ts';

const [name = 'acme', count = '1000'] = process.argv.slice(2);
const runs = Number(count);

const [files = []] = readAgreementFolder(join(import.meta.dirname, '../../../agreements', name));
const [agreement] = compile(files, { name, today: '2026-11-26', proofs: false });
if (!agreement) throw new Error(`${name} has errors`);
const emitted = await emitEngine(agreement, { packageName: '@smarketing/engine-in-bench' });
const code = emitted.find(({ path }) => path.endsWith('/index.js'))?.text ?? '';
const engine = (await import(
  `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
)) as Engine;
const model = modelOf(agreement);

interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

async function timed<T>(work: () => T | Promise<T>): Promise<readonly [NonNullable<T>, Cost]> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  if (result === undefined || result === null) throw new Error('It was ended.');
  return [result, { cpu: (user + system) / 1e6, wall: (performance.now() - wall) / 1000 }];
}

function tell(what: string, { cpu, wall }: Cost, rate: string): void {
  process.stdout.write(
    `${what.padEnd(44)} ${cpu.toFixed(2).padStart(7)} s CPU  ${wall.toFixed(2).padStart(7)} s wall  ${rate}\n`,
  );
}

const per = (things: number, seconds: number): string =>
  `${Math.round(things / seconds).toLocaleString('en')} a second of CPU`;

const [small, first] = await timed(() => buildPool(model, { engine, seed: 1, size: 1000 }));
const [, estimate] = await timed(() => simulate(model, { pool: small, seed: 1, runs: 3 }));
tell(
  `first estimate: ${small.size} leads, 3 runs`,
  { cpu: first.cpu + estimate.cpu, wall: first.wall + estimate.wall },
  '',
);

const [pool, pooled] = await timed(() => buildPool(model, { engine, seed: 1, size: 20_000 }));
tell(`pool of ${pool.size} decided leads`, pooled, per(pool.size, pooled.cpu));

const [settled, some] = await timed(() => simulate(model, { pool, seed: 1, runs: 50 }));
const [results, summed] = await timed(() => resultsOf(model, settled, { seed: 1, pool: pool.size }));
const arrived = results.outcomes.find(({ id }) => id === `entered.${model.stages[0]?.id}`)?.all?.mean ?? 0;
tell(
  '50 runs on one thread',
  some,
  per(50 * arrived * ((model.weeks + model.warm_up_weeks) / model.weeks), some.cpu).replace(' a', ' leads a'),
);
tell('what they say', summed, '');

const [all, whole] = await timed(() => simulateOnThreads(model, { pool, seed: 1, runs, threads: 2 }));
const same =
  Buffer.compare(Buffer.from(all.rows.buffer, 0, 50 * 8), Buffer.from(settled.rows.buffer, 0, 50 * 8)) === 0;
const leads = arrived * runs;
tell(
  `${runs} runs on two threads`,
  whole,
  `${(leads / 1e6).toFixed(1)} million leads; ${per(leads * model.weeks, whole.cpu).replace(' a', ' lead-weeks a')}`,
);
process.stdout.write(`The same rows as on one thread: ${same}\n`);
