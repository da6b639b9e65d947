import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { below, pick, seededRandom } from '../../src/ir/index.ts';
import { parse } from '../../src/parse/parse.ts';
import { accept, refused } from '../../src/schema/accept.ts';
import { fileShapes, mappingFile } from '../../src/schema/files.ts';
import { written } from '../hostile/agreements.ts';

// ACCEPT=100000 SEED=7 npx vitest run --project node packages/compiler/test/schema/accept
const count = Number(process.env['ACCEPT'] ?? 1500);
const seed = Number(process.env['SEED'] ?? 7);

const shapes = Object.entries({ ...fileShapes, mapping: mappingFile });
const files = written.flatMap(({ sources }) =>
  sources.flatMap((source) => {
    const [tree] = parse(source);
    const folder = source.name.split('/')[0];
    const kind =
      { examples: 'examples', mappings: 'mapping' }[folder ?? ''] ?? source.name.replace('.yaml', '');
    const shape = shapes.find(([name]) => name === kind)?.[1];
    return tree && shape ? [{ name: source.name, data: tree.data, shape }] : [];
  }),
);

/** Whether a value is of the shape, as zod says; what is made of it is what zod makes, its keys in the same order. */
function isAccepted(shape: (typeof files)[number]['shape'], data: unknown): boolean {
  const got = accept(shape, data);
  const { success, data: made } = shape.safeParse(data);
  const isSame = success
    ? isDeepStrictEqual(got, made) && JSON.stringify(got) === JSON.stringify(made)
    : got === refused;
  if (!isSame) throw new Error(`Not as zod has it: ${JSON.stringify({ data, got: String(got), made })}`);
  return success;
}

test('every file is of its own shape', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter(({ data, shape }) => !isAccepted(shape, data))).toEqual([]);
});

test('and of no other shape', () => {
  const others = files.flatMap(({ data, shape }) =>
    shapes.filter(([, other]) => other !== shape && isAccepted(other, data)),
  );
  expect(others).toEqual([]);
});

test('a list, a text, a number and nothing are of no shape', () => {
  const values = [[], ['a'], '', 'a', 1, true, null, undefined];
  expect(shapes.flatMap(([, shape]) => values.filter((value) => isAccepted(shape, value)))).toEqual([]);
});

const small = files.filter(({ data }) => JSON.stringify(data).length < 30_000);

/** A place of a file, and what stands there. */
interface Leaf {
  readonly inside: object;
  readonly key: string;
  readonly value: unknown;
}

/** The values of a file that hold no others, one for each key that was not seen before with such a value. */
function leavesOf(data: unknown, above: string, seen: Set<string>): readonly Leaf[] {
  const isList = Array.isArray(data);
  return Object.entries(data as object).flatMap(([key, value]): readonly Leaf[] => {
    if (typeof value === 'object' && value !== null) return leavesOf(value, isList ? above : key, seen);
    const place = `${isList ? above : key} ${typeof value}`;
    if (seen.has(place)) return [];
    seen.add(place);
    return [{ inside: data as object, key, value }];
  });
}

test('a number or a text that is nearly right is of the shape that zod says', () => {
  const seen = new Set<string>();
  const accepted = small.flatMap(({ data, shape }) => {
    const copy = structuredClone(data);
    return leavesOf(copy, '', seen).flatMap(({ inside, key, value }) => {
      const near = typeof value === 'number' ? nearNumber(value) : nearText(String(value));
      const answers = near.map((other) => Reflect.set(inside, key, other) && isAccepted(shape, copy));
      Reflect.set(inside, key, value);
      return answers;
    });
  });
  expect(seen.size).toBeGreaterThan(200);
  expect(new Set(accepted)).toEqual(new Set([true, false]));
});

function nearNumber(value: number): readonly unknown[] {
  return [value + 0.5, value + 1e-5, -value - 1, 0, value * 1e12, Infinity, Number.NaN, String(value)];
}

function nearText(value: string): readonly unknown[] {
  return ['', ' ', `${value} `, `${value}x`, value.toUpperCase(), value.repeat(201), [value], 7];
}

const random = seededRandom(seed);

test(
  `${count} damaged files are of the shape that zod says they are of`,
  () => {
    const accepted = Array.from({ length: count }, () => {
      const { data, shape } = pick(random, small);
      const copy = structuredClone(data);
      for (let times = below(random, 3); times >= 0; times--) damage(copy);
      return isAccepted(shape, copy);
    });
    expect(new Set(accepted)).toEqual(new Set([true, false]));
  },
  30_000 + count,
);

const values = [
  null,
  '',
  'a',
  'mql',
  'Some words',
  '2 days',
  '1 hour ago',
  '2026-11-27 09:00',
  '09:00-17:00',
  '35%',
  '-1%',
  'month',
  '1 per day',
  'none',
  'owner',
  0,
  1,
  -1,
  2.5,
  1e9,
  true,
  [],
  ['a'],
  ['a', 1],
  {},
  { a: 1 },
  { from: '2026-11-27' },
  JSON.parse('{ "__proto__": { "a": 1 } }'),
];

/** Puts another value somewhere, takes one away, gives one another name, or puts one in that is not known. */
function damage(data: unknown): void {
  let inside = data as Record<string, unknown>;
  for (;;) {
    const key = pick(random, Object.keys(inside));
    const next = inside[key];
    const isLast = typeof next !== 'object' || next === null || Object.keys(next).length === 0;
    if (!isLast && below(random, 4) > 0) {
      inside = next as Record<string, unknown>;
      continue;
    }
    const kind = below(random, 5);
    if (kind === 0 && !Array.isArray(inside)) delete inside[key];
    else if (kind === 1 && !Array.isArray(inside))
      inside[pick(random, ['a', 'B', 'constructor', 'title'])] = next;
    else inside[key] = structuredClone(pick(random, values));
    return;
  }
}
