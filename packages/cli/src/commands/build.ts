import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { emitEngine, emitPackageFiles } from '@smarketing/compiler';
import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { realOf } from '../files/apart.ts';
import { replaceOutput } from '../files/output.ts';
import type { Io } from '../io.ts';
import type { LoadOptions } from '../load/agreement.ts';
import { loadChecked } from '../load/checked.ts';
import { findFolder } from '../load/folders.ts';
import { reportBuilt } from '../report/built.ts';

export interface BuildOptions extends LoadOptions {
  readonly folder: string;
  readonly out: string;
}

/** Generates the engine of an agreement into `<out>/generated`, its README, and a package.json where there is none: as one set. */
export async function build(options: BuildOptions, io: Io): Promise<number> {
  const out = resolve(io.cwd, options.out);
  refuseAmongAgreements(out, options.out, io);
  const checked = await loadChecked(findFolder(options.folder, io), options, io);
  if (!checked) return exit.findings;
  const { agreement } = checked;
  const naming = { packageName: packageName(out, agreement.name) };
  const emitted = await emitEngine(agreement, { ...naming, sources: checked.sources });
  const { readme, manifest } = emitPackageFiles(agreement, naming);
  const isNew = !existsSync(join(out, manifest.path));
  replaceOutput(out, [...emitted, readme, ...(isNew ? [manifest] : [])]);
  const files = emitted.map(({ path, text }) => ({ path: path.replace(/^generated\//, ''), text }));
  await reportBuilt({ agreement, files, target: relative(io.cwd, join(out, 'generated')) }, io);
  return exit.fine;
}

/** An agreement whose folder has other files in it is broken. */
function refuseAmongAgreements(out: string, given: string, { cwd }: Io): void {
  const agreements = realOf(join(cwd, 'agreements'));
  let at = realOf(out);
  while (at !== agreements && !existsSync(join(at, 'agreement.yaml'))) {
    if (at === dirname(at)) return;
    at = dirname(at);
  }
  throw new CannotRun(
    `--out ${given} is where agreements are, and an engine among their files would break them; nothing was written.`,
    'Name a folder of its own, such as: --out packages/engine',
  );
}

function packageName(folder: string, agreement: string): string {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return `@smarketing/engine-${agreement.replaceAll('_', '-')}`;
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return String((manifest as { name?: unknown }).name);
  } catch {
    throw new CannotRun(`${path} is not JSON.`, 'The name in it is the name of the engine.');
  }
}
