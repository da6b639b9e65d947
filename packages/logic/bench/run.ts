import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Kind } from './plan.ts';
import { type Asked, heading, row, type Run } from './report.ts';

/**
 * Prints what questions about made-up agreements cost, and what Z3 answers within a limit. Say
 * `npm run bench -w @smarketing/logic -- --z3 0` to leave Z3 out, and `--kinds fading` for fading points.
 */
const { values } = parseArgs({
  options: {
    z3: { type: 'string', default: '60' },
    kinds: { type: 'string', default: 'realistic,dense' },
    rules: { type: 'string', default: '50,200,1000' },
  },
});
const limit = Number(values.z3);
const sizes = values.rules.split(',').map(Number);
const kinds = values.kinds.split(',') as Kind[];

function run(script: string, kind: Kind, rules: number, timeout?: number): string {
  const args = ['--conditions=@smarketing/source', join(import.meta.dirname, script), kind, String(rules)];
  const done = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    killSignal: 'SIGKILL',
    ...(timeout && { timeout }),
  });
  if (done.status !== 0 && done.signal === null) throw new Error(`${script} failed: ${done.stderr}`);
  return done.stdout;
}

/** What Z3 answered before its time was up. */
function second(kind: Kind, rules: number): Asked[] | undefined {
  if (limit === 0 || kind === 'fading') return undefined;
  const lines = run('z3.ts', kind, rules, limit * 1000)
    .split('\n')
    .slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Asked);
}

const { version } = createRequire(import.meta.url)('z3-solver/package.json') as { version: string };
process.stdout.write(
  `node ${process.version}, z3-solver ${version}, at most ${limit} s for Z3\n\n${heading}\n`,
);
for (const kind of kinds) {
  for (const rules of sizes) {
    const ours = JSON.parse(run('ours.ts', kind, rules)) as Run;
    process.stdout.write(`${row(`${kind} ${rules}`, ours, second(kind, rules))}\n`);
  }
}
