import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { emitEngine, emitPackageFiles } from '@smarketing/compiler';
import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
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
  const checked = await loadChecked(findFolder(options.folder, io), options, io);
  if (!checked) return exit.findings;
  const { agreement } = checked;
  const out = resolve(io.cwd, options.out);
  const naming = { packageName: packageName(out, agreement.name) };
  const emitted = await emitEngine(agreement, { ...naming, sources: checked.sources });
  const { readme, manifest } = emitPackageFiles(agreement, naming);
  const isNew = !existsSync(join(out, manifest.path));
  replaceOutput(out, [...emitted, readme, ...(isNew ? [manifest] : [])]);
  const files = emitted.map(({ path, text }) => ({ path: path.replace(/^generated\//, ''), text }));
  await reportBuilt({ agreement, files, target: relative(io.cwd, join(out, 'generated')) }, io);
  return exit.fine;
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
