import { rmSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * Puts the modules of the package in this folder into few files, with those in common in files of their own: a command that has 900
 * modules to load is three times as long in starting. `node ../../scripts/bundle.ts index.ts ir/index.ts`: what others load.
 */
const entries = process.argv.slice(2);
rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: entries.map((path) => `src/${path}`),
  outbase: 'src',
  outdir: 'dist',
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
});
