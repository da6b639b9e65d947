// The main job, step by step: check the agreements, make their engines, decide a sample of leads, build the site, serve it.
// `npm start -- --no-serve` stops before the last step.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../apps/site/src/serve.ts';

const root = join(import.meta.dirname, '..');
const out = 'out';

interface Step {
  readonly does: string;
  readonly command: readonly string[];
  readonly look: string;
  /** Findings (exit code 1) are part of the show: the sample has rows that nobody can read. */
  readonly mayFind?: boolean;
}

const smarketing = ['node', 'packages/cli/bin/smarketing.js'];

const steps: readonly Step[] = [
  {
    does: 'Build the compiler and the command line',
    command: ['turbo', 'run', 'build', '--filter=smarketing', '--output-logs=errors-only'],
    look: 'packages/compiler, packages/cli',
  },
  {
    does: 'Check both agreements',
    command: [...smarketing, 'check'],
    look: 'agreements/starter, agreements/acme',
  },
  {
    does: 'Generate a typed engine from each',
    command: ['turbo', 'run', 'generate', '--output-logs=errors-only'],
    look: 'packages/engine-starter/generated, packages/engine-acme/generated',
  },
  {
    does: 'Run the examples that both teams wrote',
    command: [...smarketing, 'test'],
    look: 'agreements/*/examples',
  },
  {
    does: 'Decide a sample of leads',
    command: [
      ...smarketing,
      'decide',
      'samples/acme-leads.csv',
      '--agreement=agreements/acme',
      '--mapping=crm',
      '--as-of=2026-11-20T12:00:00Z',
      `--out=${out}/acme-decisions.csv`,
    ],
    look: `${out}/acme-decisions.csv`,
    mayFind: true,
  },
  {
    does: 'Build the site',
    command: ['turbo', 'run', 'build', '--filter=@smarketing/site', '--output-logs=errors-only'],
    look: 'apps/site/dist',
  },
];

function run([command = '', ...args]: readonly string[]): number {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

mkdirSync(join(root, out), { recursive: true });
for (const [index, { does, command, look, mayFind = false }] of steps.entries()) {
  console.log(`\n${index + 1}/${steps.length + 1}  ${does}`);
  const status = run(command);
  if (status !== 0 && !(mayFind && status === 1)) process.exit(status);
  console.log(`     → ${look}`);
}
if (!process.argv.includes('--no-serve')) {
  const { url } = await serve(join(root, 'apps/site/dist'));
  console.log(`\n${steps.length + 1}/${steps.length + 1}  Serve the site (Ctrl+C ends it)\n     → ${url}`);
}
