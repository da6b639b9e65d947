// Every output of the built command, and the site, is the same to the byte: under Node 22, 24 and 26, in 6 time zones and 3
// languages, in whatever order the disk lists folders. Node's other versions come from the registry, into a folder that goes away.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
/** What the bin runs: that one refuses a Node which is older than what people are asked for. */
const smarketing = join(root, 'packages/cli/dist/main.js');
const astro = join(root, 'node_modules/astro/bin/astro.mjs');
const shuffled = pathToFileURL(join(import.meta.dirname, 'shuffled.mjs')).href;
const today = ['--today', '2026-11-24'];

const versions = ['22', '24', '26'];
const zones = [
  'UTC',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'America/St_Johns',
];
const languages = ['C', 'de_DE.UTF-8', 'tr_TR.UTF-8'];

interface Setting {
  readonly version: string;
  /** The path of that Node. */
  readonly node: string;
  readonly zone: string;
  readonly language: string;
  readonly shuffle: number;
}

const work = mkdtempSync(join(tmpdir(), 'determinism-'));

/** An agreement with findings: what there is to say of one without is little. */
const wrong = join(work, 'agreements/wrong');
cpSync(join(root, 'agreements/starter'), wrong, { recursive: true });
const scoring = join(wrong, 'scoring.yaml');
writeFileSync(scoring, readFileSync(scoring, 'utf8').replaceAll('employees:', 'emploiees:'));

/** What is simulated in seconds. */
const few = ['--runs', '20', '--pool', '1000'];

/** What commands print, or write to a folder (`{out}`). */
const commands: readonly (readonly string[])[] = [
  ...['acme', 'starter'].map((name) => ['build', `agreements/${name}`, '--out', '{out}', ...today]),
  ['schema', '--out', '{out}'],
  ['schema', '--draft', '2020-12', '--out', '{out}'],
  ['check', '--format', 'json', ...today],
  ...['json', 'sarif', 'junit', 'github'].map((format) => ['check', wrong, '--format', format, ...today]),
  ['simulate', 'agreements/starter', ...few, '--format', 'json', ...today],
  ['review', 'agreements/starter', 'agreements/acme', ...few, '--out', '{out}'],
  ['prove', '--format', 'json', ...today],
  [
    'decide',
    'samples/starter-leads.csv',
    '--agreement',
    'starter',
    '--as-of',
    '2026-11-20T12:00:00Z',
    ...today,
  ],
];

/** The site takes longest, and is built once in each time zone: by the project's own Node, and by a newer one. */
const site = [astro, 'build', '--root', 'apps/site', '--outDir', '{out}'];
const builders = ['24', '26'];

function outputsOf({ version, zone }: Setting): readonly (readonly string[])[] {
  const outputs = commands.map((args) => [smarketing, ...args]);
  return version === builders[zones.indexOf(zone) % builders.length] ? [...outputs, site] : outputs;
}

try {
  const failed = compare(versions.map((version) => [version, fetchNode(version)] as const));
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The first setting of all says what each output has to be. */
function compare(nodes: readonly (readonly [version: string, path: string])[]): boolean {
  const wanted = new Map<string, string>();
  let [runs, failed] = [0, false];
  for (const setting of settingsOf(nodes)) {
    console.log(`Node ${setting.version}, ${setting.zone}, ${setting.language}`);
    for (const args of outputsOf(setting)) {
      const hash = hashOf(args, setting);
      const output = args.join(' ').replaceAll(`${root}/`, '');
      const known = wanted.get(output) ?? hash;
      wanted.set(output, known);
      runs += 1;
      if (hash === known) continue;
      failed = true;
      console.error(`${output} is another one with ${JSON.stringify(setting)}`);
    }
  }
  for (const [output, hash] of wanted) console.log(`${hash.slice(0, 16)}  ${output}`);
  console.log(
    `${runs} outputs under ${nodes.map(([version]) => `Node ${version}`).join(', ')}, ${zones.length} time zones, ${languages.length} languages`,
  );
  return failed;
}

/** Each Node in every time zone and every language; all pairs of both with ALL=1, which takes three times as long. */
function settingsOf(nodes: readonly (readonly [version: string, path: string])[]): Setting[] {
  const pairs = process.env['ALL']
    ? zones.flatMap((zone) => languages.map((language) => ({ zone, language })))
    : zones.map((zone, at) => ({ zone, language: languages[at % languages.length] ?? 'C' }));
  return pairs.flatMap((pair, at) =>
    nodes.map(([version, node]) => ({ version, node, ...pair, shuffle: at + 1 })),
  );
}

function fetchNode(version: string): string {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(work, version);
  execFileSync('npm', ['install', '--no-save', '--silent', '--prefix', folder, `${name}@${version}`], {
    stdio: 'inherit',
  });
  return join(folder, 'node_modules', name, 'bin/node');
}

function hashOf(args: readonly string[], { node, zone, language, shuffle }: Setting): string {
  const out = mkdtempSync(join(work, 'out-'));
  const stdout = run(node, [`--import=${shuffled}`, ...args.map((arg) => (arg === '{out}' ? out : arg))], {
    PATH: process.env['PATH'],
    TZ: zone,
    LANG: language,
    LC_ALL: language,
    SHUFFLE: String(shuffle),
    SMARKETING_CACHE: 'off',
    NO_COLOR: '1',
  });
  const hash = createHash('sha256').update(args.includes('{out}') ? '' : stdout);
  for (const path of readdirSync(out, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const { mode } = statSync(join(out, path));
    if (!statSync(join(out, path)).isDirectory())
      hash.update(`${path} ${mode}\n`).update(readFileSync(join(out, path)));
  }
  rmSync(out, { recursive: true });
  return hash.digest('hex');
}

/** What a command prints; findings, exit code 1, are an output too, and of the wrong agreement there are some. */
function run(node: string, args: readonly string[], env: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr } = spawnSync(node, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  if (status === 1 || (status === 0 && !args.includes(wrong))) return stdout;
  throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
}
