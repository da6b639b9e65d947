import { compile, readAgreementFolder, type SourceFile } from '@smarketing/compiler';
import { below, pick, seededRandom } from '@smarketing/compiler/ir';
import { expect } from 'vitest';

/** Printed in the name of each test. */
export const seed = 20_261_122;
const root = new URL('../../../../', import.meta.url).pathname;
const signs = [
  ...'{}[]:,-?&*!|>%@#\'"` \n\t',
  '- ',
  ': ',
  '<<',
  '---\n',
  '0',
  '-1',
  '1e9',
  'null',
  'true',
  '~',
  '\u0000',
  '\ud800',
  '😀',
  '__proto__',
  'constructor',
];

type Random = () => number;

/** Deletes, doubles or replaces a line, a token or a character; or swaps two lines. */
function mutate(text: string, random: Random): string {
  const parts = pick<RegExp | string>(random, [/(?<=\n)/, /(?<=[\s{}[\],:])/, '']);
  const pieces = text.split(parts);
  const at = below(random, pieces.length);
  const other = below(random, pieces.length);
  switch (below(random, 5)) {
    case 0:
      return pieces.toSpliced(at, 1).join('');
    case 1:
      return pieces.toSpliced(at, 0, pieces[at] ?? '').join('');
    case 2:
      return pieces.toSpliced(at, 1, pick(random, signs)).join('');
    case 3:
      return pieces.toSpliced(at, 0, pick(random, signs)).join('');
    default:
      return pieces.with(at, pieces[other] ?? '').join('');
  }
}

function mutant(sources: readonly SourceFile[], random: Random): SourceFile[] {
  const at = below(random, sources.length);
  const source = sources[at];
  if (!source) throw new Error('no file');
  const once = mutate(source.text, random);
  const text = random() < 0.3 ? mutate(once, random) : once;
  return sources.toSpliced(at, 1, { ...source, text });
}

/** Compiles so many mutants of an agreement: each gives a value or located errors, and none an exception. */
export function expectLocatedErrors(folder: string, count: number): void {
  const [sources = []] = readAgreementFolder(root + folder);
  const names = new Set(['', ...sources.map(({ name }) => name)]);
  const hashOf = (): string | undefined =>
    compile(sources, { name: 'mutant', today: '2026-11-22', proofs: false })[0]?.hash;
  const before = hashOf();
  const random = seededRandom(seed);
  let compiled = 0;
  for (let index = 0; index < count; index++) {
    const [agreement, found] = compile(mutant(sources, random), {
      name: 'mutant',
      today: '2026-11-22',
      proofs: false,
    });
    const errors = found.filter(({ severity }) => severity === 'error');
    expect(agreement === undefined).toBe(errors.length > 0);
    expect(found.filter(({ span }) => !names.has(span.file) || span.line < 1)).toEqual([]);
    expect(found.filter(({ message }) => /undefined|NaN|\[object/.test(message))).toEqual([]);
    if (agreement) compiled++;
  }
  expect(compiled).toBeGreaterThan(count / 20);
  expect(compiled).toBeLessThan(count / 2);
  expect(hashOf()).toBe(before);
}
