#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Where the packages are that this one is installed with: beside it or, in its own repository, above it. */
function packagesFolder() {
  for (let at = dirname(import.meta.dirname); at !== dirname(at); at = dirname(at)) {
    if (basename(at) === 'node_modules') return at;
    if (existsSync(join(at, 'node_modules/.package-lock.json'))) return join(at, 'node_modules');
  }
  return undefined;
}

// What Node makes of the modules is kept, so that the next command need not wait for it; whoever can write there can change the
// modules themselves. Where nothing can be written nothing is kept.
const { CI, SMARKETING_CACHE } = process.env;
const folder = CI || SMARKETING_CACHE === 'off' ? undefined : packagesFolder();
if (folder) module.enableCompileCache?.(join(folder, '.cache/smarketing-code'));

await import('../dist/main.js');
