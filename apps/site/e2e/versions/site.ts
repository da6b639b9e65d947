import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile, emitEngine, readAgreementFolder } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import { type KeptVersion, reviewVersions, versionOf } from '@smarketing/review';
import { build } from 'astro';

// Builds the site of an agreement with several versions, of which the repository has none: a project of its own beside ours.
// node --conditions=@smarketing/source e2e/versions/site.ts <folder>

const root = join(import.meta.dirname, '../../../..');
const history = join(root, 'packages/cli/test/fixtures/posthog');
const name = 'posthog';

/** After which patches a version is released, and on which day. */
const releases = [
  { patches: 0, day: '2026-03-02' },
  { patches: 7, day: '2026-04-17' },
  { patches: 12, day: '2026-07-03' },
] as const;

/** The versions as `smarketing release` keeps them; what comes after the last of them is not released. */
function versionsIn(folder: string): { readonly kept: readonly KeptVersion[]; readonly now: Agreement } {
  cpSync(join(history, 'base'), folder, { recursive: true });
  const patches = readdirSync(join(history, 'patches')).toSorted();
  const kept: KeptVersion[] = [];
  let applied = 0;
  const applyTo = (count: number): void => {
    const next = patches.slice(applied, count).map((patch) => join(history, 'patches', patch));
    // The folder counts as one of no repository, in which patches would be applied at its root.
    const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder) };
    if (next.length > 0) execFileSync('git', ['apply', ...next], { cwd: folder, env });
    applied = count;
  };
  for (const { patches: count, day } of releases) {
    applyTo(count);
    const agreement = compiled(folder);
    const before = kept.at(-1);
    if (!before?.agreement) {
      kept.push(versionOf(agreement, { released: day }));
      continue;
    }
    const { bump, changes } = reviewVersions(before.agreement, agreement);
    if (bump === 'none') throw new Error(`Nothing changed by ${day}.`);
    kept.push(versionOf(agreement, { released: day, before, bump, changes }));
  }
  applyTo(patches.length);
  return { kept, now: compiled(folder) };
}

function compiled(folder: string): Agreement {
  const [sources = []] = readAgreementFolder(join(folder, 'agreements', name));
  const [agreement, found] = compile(sources, { name, today: '2026-07-03', proofs: false });
  if (!agreement) throw new Error(found.map(({ message }) => message).join('\n'));
  return agreement;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const work = process.argv[2] ?? join(root, 'out/versions-site');
rmSync(work, { recursive: true, force: true });
const { kept, now } = versionsIn(work);
for (const version of kept)
  write(join(work, 'releases', name, `${version.version}.json`), JSON.stringify(version));
for (const { path, text } of await emitEngine(now, { packageName: '@example/engine' }))
  write(join(work, 'packages', `engine-${name}`, path), text);
const site = join(work, 'apps/site');
for (const entry of ['src', 'public', 'package.json', 'astro.config.ts', 'tsconfig.json'])
  cpSync(join(root, 'apps/site', entry), join(site, entry), { recursive: true });
await build({ root: site, logLevel: 'error' });
