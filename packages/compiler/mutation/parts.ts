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
  emit: {
    // What engines carry runs inside them, as text that no mutant reaches.
    mutate: [
      'src/emit/**/*.ts',
      '!src/emit/encode/*',
      '!src/emit/**/runtime/*',
      '!src/emit/**/runtime-text.ts',
    ],
    // Not `names`: it takes as long as three others, and asks what they ask, of names that `encode` makes.
    tests: [
      'test/emit/{sample,source-map,assign,sla-status,next}.test.ts',
      'test/emit/{batch,csv,engine,readme,hostile}.test.ts',
    ],
  },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof parts;
