import type { Agreement } from '../../ir/types.ts';
import type { EngineOptions } from '../engine.ts';
import type { OutputFile } from '../output.ts';
import { packageJson } from './package-json.ts';
import { readme } from './readme.ts';

/** The README of an engine, and the `package.json` of a new one, to be written only where there is none. */
export function emitPackageFiles(
  agreement: Agreement,
  { packageName }: EngineOptions,
): { readonly readme: OutputFile; readonly manifest: OutputFile } {
  return {
    readme: { path: 'README.md', text: readme(agreement, packageName) },
    manifest: { path: 'package.json', text: packageJson(agreement, packageName) },
  };
}
