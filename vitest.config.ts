import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestUserConfig } from 'vitest/config';
import { chromiumArgs, chromiumPath } from './scripts/chromium.ts';
import { LongestFirst } from './scripts/longest-first.ts';

const executablePath = await chromiumPath(import.meta.dirname);

// Workspace packages resolve to their sources, so that no test ever runs against a stale dist.
const conditions = ['@smarketing/source', 'module', 'development|production'];
const resolve = {
  resolve: { conditions: [...conditions, 'browser'] },
  ssr: { resolve: { conditions: [...conditions, 'node'] } },
};

const isCounted = process.argv.includes('--coverage');
// Counting which lines run makes them slower; tests that look at the clock read this.
if (isCounted) process.env['COVERED'] = 'yes';
// Programs that tests start run from their sources: read and compiled once, not by each.
else process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/programs');

/**
 * Loaded by Node itself, as everybody runs it: nothing stands between a call and what is called, which takes a seventh less time.
 * Coverage is counted in what Vite loads: it finds a fifth fewer branches in what Node loads.
 */
const asInNode: TestUserConfig = {
  environment: 'node',
  isolate: false, // files share what they load: half of the time is loading otherwise
  execArgv: ['--conditions=@smarketing/source'],
  experimental: { viteModuleRunner: isCounted, nodeLoader: false },
};

/** A test that takes longer hangs: many are slower than the default of 5 s on a busy machine with two cores. */
const testTimeout = 30_000;

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    maxWorkers: '100%', // by default one core is left idle, which is half of a machine with two
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts', 'packages/*/generated/*.js'],
      // What engines carry as text runs inside them, where this count does not look.
      exclude: ['packages/compiler/src/emit/typescript/{,batch/}runtime{/**,-text.ts}'],
      thresholds: { 'packages/compiler/src/**/*.ts': { lines: 95, branches: 95 } },
      reportOnFailure: true,
      reporter: ['text-summary', 'json-summary', 'lcov'],
    },
    projects: [
      {
        ...resolve,
        test: {
          ...asInNode,
          name: 'node',
          include: ['packages/*/test/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.{alone,browser,slow}.test.ts'],
          testTimeout,
        },
      },
      {
        ...resolve,
        test: {
          // What Astro bundles asks its bundler for files.
          name: 'app',
          include: ['apps/*/test/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.slow.test.ts'],
          environment: 'node',
          isolate: false,
          testTimeout,
        },
      },
      {
        ...resolve,
        test: {
          // Puts other modules in the place of those that everybody loads.
          name: 'alone',
          include: ['{packages,apps}/*/test/**/*.alone.test.ts'],
          exclude: ['**/node_modules/**'],
          environment: 'node',
          testTimeout,
        },
      },
      {
        ...resolve,
        test: {
          // Looks at the built site: needs `turbo run build` before.
          name: 'site',
          include: ['apps/site/e2e/**/*.e2e.ts'],
          environment: 'node',
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...resolve,
        test: {
          ...asInNode,
          name: 'slow',
          include: ['{packages,apps}/*/test/**/*.slow.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout,
        },
      },
      {
        ...resolve,
        test: {
          name: 'browser',
          include: ['{packages,apps}/*/test/**/*.browser.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: chromiumArgs } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
