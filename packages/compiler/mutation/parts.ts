/** What is mutated, and the tests near it: a mutant that they let live is one that nothing near it looks at. */
export interface Part {
  readonly mutate: readonly string[];
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
    tests: ['test/check/!(*.slow).test.ts', 'test/broken/without-proofs.test.ts'],
  },
  encode: {
    mutate: ['src/emit/encode/*.ts'],
    tests: ['test/emit/encode*.test.ts'],
  },
  emit: {
    // What engines carry runs inside them, as text that no mutant reaches.
    mutate: [
      'src/emit/**/*.ts',
      '!src/emit/encode/*',
      '!src/emit/**/runtime/*',
      '!src/emit/**/runtime-text.ts',
    ],
    tests: ['test/emit/!(*.slow|encode*|runtime*|zone-days).test.ts'],
  },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof parts;
