import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { parts, type PartName } from './parts.ts';

const { tests } = parts[process.env['MUTATED'] as PartName];
const source = (path: string): string => resolve('packages/compiler/src', path);
const files = tests.flatMap((path) => globSync(`packages/compiler/${path}`).map((file) => resolve(file)));

const place = ({ moduleId }: TestSpecification): number => files.indexOf(moduleId);

/** In the order of the part: the first test that fails ends the run of a mutant. */
class InOrder extends BaseSequencer {
  override async sort(found: TestSpecification[]): Promise<TestSpecification[]> {
    return found.toSorted((a, b) => place(a) - place(b));
  }
}

/** The near tests of the part that is mutated. The package's own name leads to the mutated sources as well. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@smarketing\/compiler$/, replacement: source('index.ts') },
      { find: /^@smarketing\/compiler\/(ir|time)$/, replacement: source('$1/index.ts') },
    ],
  },
  ssr: { resolve: { conditions: ['@smarketing/source', 'module', 'node', 'development|production'] } },
  test: {
    include: tests.map((path) => `packages/compiler/${path}`),
    environment: 'node',
    env: { DIFFERENTIAL_LEADS: '200' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false, // the sources are loaded once for all test files of a mutant
    sequence: { sequencer: InOrder },
  },
});
