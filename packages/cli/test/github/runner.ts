import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { zipSync } from 'fflate';
import { parse } from 'yaml';
import { temporaryFolder } from '../test-io.ts';

export const root: string = join(import.meta.dirname, '../../../..');

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Job {
  readonly if?: string;
  readonly permissions?: unknown;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

export function workflow(file: string): Workflow {
  return parse(readFileSync(join(root, '.github/workflows', file), 'utf8')) as Workflow;
}

/** What `${{ … }}` may name: the event, the token, secrets. */
export interface Context {
  readonly github: { readonly event: unknown; readonly token: string };
  readonly secrets: Readonly<Record<string, string>>;
}

export interface RunJob {
  /** A clone of the repository, as `actions/checkout` leaves it. */
  readonly workspace: string;
  readonly context: Context;
  /** What the runner sets, besides what the steps say. */
  readonly env: Readonly<Record<string, string>>;
}

export interface RanJob {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly summary: string;
  /** The archive that `actions/upload-artifact` would keep, by its name. */
  readonly artifacts: ReadonlyMap<string, Uint8Array>;
}

/** Packages that are installed already are not installed again; all other scripts of the job are run as they stand. */
const installed = 'node scripts/run.mjs';

/** Runs the scripts of a job of a workflow file, in their order, until one fails. */
export async function runJob(job: Job, { workspace, context, env }: RunJob): Promise<RanJob> {
  for (const name of ['packages', 'node_modules', 'scripts'])
    if (!existsSync(join(workspace, name))) symlinkSync(join(root, name), join(workspace, name));
  const event = join(temporaryFolder(), 'event.json');
  appendFileSync(event, JSON.stringify(context.github.event));
  const summary = `${event}.summary.md`;
  appendFileSync(summary, '');
  const artifacts = new Map<string, Uint8Array>();
  const ran = { code: 0, stdout: '', stderr: '' };
  for (const step of job.steps) {
    if (step.uses?.startsWith('actions/upload-artifact@'))
      artifacts.set(String(step.with?.['name']), zipped(join(workspace, String(step.with?.['path']))));
    if (step.run === undefined || step.run === installed || ran.code !== 0) continue;
    const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value, context)]);
    const done = await runScript(step.run, workspace, {
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      HOME: dirname(event),
      GITHUB_EVENT_PATH: event,
      GITHUB_STEP_SUMMARY: summary,
      ...env,
      ...Object.fromEntries(own),
    });
    ran.code = done.code;
    ran.stdout += done.stdout;
    ran.stderr += done.stderr;
  }
  return { ...ran, summary: readFileSync(summary, 'utf8'), artifacts };
}

/** As a runner does it: `bash -e` on the script, in the workspace. */
async function runScript(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Pick<RanJob, 'code' | 'stdout' | 'stderr'>> {
  const started = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd, env });
  const [stdout, stderr, [code]] = await Promise.all([
    text(started.stdout),
    text(started.stderr),
    once(started, 'close') as Promise<[number]>,
  ]);
  return { code, stdout, stderr };
}

function zipped(folder: string): Uint8Array {
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]);
  return zipSync(Object.fromEntries(files));
}

/** A text with `${{ a.b.c }}` in it: only names, nothing is computed. */
export function filled(text_: string, context: Context): string {
  return text_.replaceAll(/\$\{\{ ([\w.]+) \}\}/g, (_, path: string) => {
    let value: unknown = context;
    for (const name of path.split('.'))
      value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
}
