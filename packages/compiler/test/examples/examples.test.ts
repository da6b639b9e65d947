import { codes, compile, type Code, type Diagnostic } from '@smarketing/compiler';
import { exampleOf, explainCode } from '@smarketing/compiler/explain';
import { describe, expect, test } from 'vitest';
import { isProved } from '../../src/diagnostics/catalogue.ts';
import type { Example, Piece } from '../../src/diagnostics/examples/example.ts';
import { examples } from '../../src/diagnostics/examples/index.ts';
import { base, type Files, type Lines, sourcesOf, splice } from './splice.ts';

const options = { name: 'examples', today: '2026-11-22' };
const all = codes.map((code) => ({ code, example: examples[code] }));
const pieces = all.flatMap(({ code, example }) => ('file' in example ? [{ code, example }] : []));
const folders = all.flatMap(({ code, example }) =>
  'shows' in example && example.shows === 'folder' ? [{ code, example }] : [],
);

/** The base with what an example rests on, and one side of it. */
function filesOf(code: Code, { file }: Piece, side: 'wrong' | 'right'): Files {
  const shown = exampleOf(code);
  if ('none' in shown) throw new Error(shown.none);
  const below = shown.given.reduce((files, part) => splice(files, part.file, part.text, false), base);
  return splice(below, file, shown[side].text, true);
}

function needsProofs(code: Code): boolean {
  const example: Example = examples[code];
  return [code, ...('also' in example ? (example.also ?? []) : [])].some(isProved);
}

/** What is found in the files; proved only where a proof finds it, so that the rest is quick. */
function findingsOf(files: Files, code: Code): readonly Diagnostic[] {
  return compile(sourcesOf(files), { ...options, proofs: needsProofs(code) })[1];
}

/** The lines and columns of an excerpt at which a finding points. */
function pointsAt({ span }: Diagnostic, files: Files): string {
  const lines = files.get(span.file) ?? [];
  return `${lines[span.line - 1]?.[1]}:${span.col}-${lines[span.end_line - 1]?.[1]}:${span.end_col}`;
}

/** Where it is marked; `null` where it points at what the example rests on. */
function marked(code: Code): string | null {
  const shown = exampleOf(code);
  if ('none' in shown || !shown.wrong.marked) return null;
  const { text, marked: ends } = shown.wrong;
  const at = (offset: number): string => {
    const lines = text.slice(0, offset).split('\n');
    return `${lines.length}:${[...(lines.at(-1) ?? '')].length + 1}`;
  };
  return ends.map(at).join('-');
}

describe('the wrong example gives the finding at the marked place, and nothing else', () => {
  test.each(pieces)('$code', ({ code, example }) => {
    const files = filesOf(code, example, 'wrong');
    const found = findingsOf(files, code);
    expect(new Set(found.map((diagnostic) => diagnostic.code))).toEqual(
      new Set([code, ...(example.also ?? [])]),
    );
    const places = found
      .filter((diagnostic) => diagnostic.code === code)
      .map((diagnostic) => pointsAt(diagnostic, files));
    const mark = marked(code);
    const isMarked = places.some((place) => (mark === null ? place.startsWith('0:') : place === mark));
    expect({ mark, places: isMarked ? [mark] : places }).toEqual({ mark, places: [mark] });
  });
});

describe('the right example gives no finding', () => {
  test.each(pieces)('$code', ({ code, example }) => {
    expect(findingsOf(filesOf(code, example, 'right'), code)).toEqual([]);
  });
});

/** The base with the files of a listing, and none else of their kinds; what the base lacks is empty. */
function filesListed(names: readonly string[], kinds: ReadonlySet<string>): Files {
  const others = [...base].filter(([name]) => !kinds.has(kindOf(name)));
  const listed = names.flatMap((name): (readonly [string, Lines])[] => {
    const isSplit = names.some((other) => other.startsWith(`${kindOf(name)}/`));
    const known = [...base].filter(([other]) => (isSplit ? other === name : kindOf(other) === kindOf(name)));
    return known.length > 0 ? known : [[name, [['{}', 0]]]];
  });
  return new Map([...others, ...listed]);
}

function kindOf(name: string): string {
  return name.split(/[./]/)[0] ?? '';
}

test.each(folders)('in a folder, $code is found on the wrong side alone', ({ code }) => {
  const shown = exampleOf(code);
  if ('none' in shown) throw new Error(shown.none);
  const [wrong, right] = [shown.wrong.text.split('\n'), shown.right.text.split('\n')];
  const kinds = new Set([...wrong, ...right].map(kindOf));
  expect(findingsOf(filesListed(wrong, kinds), code).map((diagnostic) => diagnostic.code)).toEqual([code]);
  expect(findingsOf(filesListed(right, kinds), code)).toEqual([]);
});

test('what only the disk, sheer size or a simulation can raise is shown as a command, or not at all', () => {
  const others = all.filter(
    ({ example }) => !('file' in example) && !('shows' in example && example.shows === 'folder'),
  );
  expect(others.map(({ code }) => code)).toEqual([
    'folder-not-found',
    'file-too-large',
    'folder-too-large',
    'file-not-utf8',
    'file-is-link',
    'yaml-too-deep',
    'yaml-too-many',
    'promise-infeasible',
  ]);
});

test('a page shows the example with carets below what the finding points at', () => {
  expect(explainCode('bad-percent')).toContain(`Wrong (goals.yaml):

    attribution:
      weights:
        first_touch: 0.4
                     ^^^
        last_touch: 60%

Right (goals.yaml):

    attribution:
      weights:
        first_touch: 40%
        last_touch: 60%`);
});
