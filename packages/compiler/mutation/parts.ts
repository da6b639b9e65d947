/** What is mutated, and the tests near it: a mutant that they let live is one that nothing near it looks at. */
export interface Part {
  readonly mutate: readonly string[];
  /** In the order in which they are asked: those first that notice most in the least time. */
  readonly tests: readonly string[];
}

/** Paths from `packages/compiler`. */
export const parts = {
  time: {
    mutate: ['src/time/*.ts'],
    tests: ['test/time/*.test.ts'],
  },
  check: {
    mutate: ['src/check/**/*.ts'],
    tests: [
      'test/check/{consequences,edges*}.test.ts',
      'test/check/!(*.slow).test.ts',
      'test/broken/without-proofs.test.ts',
    ],
  },
  encode: {
    mutate: ['src/emit/encode/*.ts'],
    tests: ['test/emit/encode*.test.ts'],
  },
  files: {
    mutate: ['src/emit/*.ts', 'src/emit/typescript/{module,source-map,places,edits}.ts'],
    tests: [
      'test/emit/{edits,source-map}.test.ts',
      'test/emit/golden-schemas.test.ts',
      'test/emit/engine.test.ts',
    ],
  },
  // What engines carry runs inside them, as text that no mutant reaches: nothing of `runtime/` is mutated.
  engine: {
    mutate: [
      'src/emit/typescript/*.ts',
      '!src/emit/typescript/{module,source-map,places,edits,runtime-text}.ts',
    ],
    tests: [
      'test/emit/golden-engine.test.ts',
      'test/emit/golden-base.test.ts',
      'test/emit/{next-slots,assign}.test.ts',
      'test/emit/golden-schemas.test.ts',
      'test/emit/differential.slow.test.ts',
      'test/emit/{sla-status,next,hostile}.test.ts',
    ],
  },
  batch: {
    mutate: ['src/emit/typescript/batch/*.ts'],
    tests: ['test/emit/golden-batch.test.ts', 'test/emit/batch.test.ts', 'test/emit/csv.test.ts'],
  },
  docs: {
    mutate: ['src/emit/docs/*.ts'],
    tests: [
      'test/emit/{golden-readme,sample}.test.ts',
      'test/emit/golden-base.test.ts',
      'test/emit/readme.test.ts',
    ],
  },
  schemas: {
    mutate: ['src/emit/json-schema/*.ts'],
    tests: ['test/emit/{golden-schemas,schemas}.test.ts', 'test/emit/engine.test.ts'],
  },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof parts;
