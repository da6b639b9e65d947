export { compareExample, type Difference, type Show } from './compare.ts';
export { coverageOf, type Covered } from './coverage.ts';
export { missingExamples, type MissingExample } from './missing.ts';
export { mutantsOf } from './mutants.ts';
export { mutationScore, type MutationScore, type Survivor } from './score.ts';
export { searchDifference } from './search.ts';
export type { Distinction, Distinguish, Mutant, MutantKind } from './types.ts';
export { exampleInOneLine, withExamples } from './yaml.ts';
