import type { Agreement, LeadCase, LeadInput } from '../../src/ir/index.ts';
import {
  below,
  boundaryLeads,
  decisionOf,
  evaluate,
  pick,
  randomCase,
  readLead,
  seededRandom,
} from '../../src/ir/index.ts';
import { type Engine, generate } from './engines.ts';

export interface Comparison {
  readonly seed: number;
  /** How many leads were decided by both, and how many were refused by both. */
  readonly decided: number;
  readonly refused: number;
  /** The first disagreements, ready to be read. */
  readonly differences: readonly string[];
}

/**
 * Runs the generated engine of an agreement against the reference: on every boundary of every condition, on random
 * leads, and on leads that were spoiled. Decisions and explanations must be the same to the byte, and so must be what is refused.
 *
 * ```ts
 * const { differences } = await compareEngines(agreement, { leads: 100_000, seed: 7 });
 * expect(differences).toEqual([]);
 * ```
 */
export async function compareEngines(
  agreement: Agreement,
  { leads, seed }: { readonly leads: number; readonly seed: number },
): Promise<Comparison> {
  const { engine } = await generate(agreement);
  const differences: string[] = [];
  let decided = 0;
  let refused = 0;
  for (const { input, asOf } of casesOf(agreement, leads, seed)) {
    const { reading, difference } = compare(agreement, engine, { input, asOf });
    if (reading === 'lead') decided++;
    else refused++;
    if (difference !== null) differences.push(difference);
    if (differences.length === 5) break;
  }
  return { seed, decided, refused, differences };
}

/** Boundaries first, then random leads, of which some are spoiled. */
export function* casesOf(agreement: Agreement, leads: number, seed: number): Generator<LeadCase> {
  yield* boundaryLeads(agreement, Date.parse(`${agreement.effective_from}T10:00:00Z`) + 60 * 86_400_000);
  const random = seededRandom(seed);
  for (let count = 0; count < leads; count++) {
    const lead = randomCase(agreement, random);
    yield lead;
    if (count % 10 === 0) yield { ...lead, input: spoiled(lead.input, random) };
  }
}

function compare(agreement: Agreement, engine: Engine, { input, asOf }: LeadCase) {
  const expected = readLead(agreement, input);
  const got = engine.readLead(input);
  if ('problems' in expected || 'problems' in got) {
    const verdicts = [expected, got].map((reading) => ('problems' in reading ? reading.problems : 'taken'));
    const alike = 'problems' in expected && 'problems' in got && samePlaces(expected.problems, got.problems);
    return {
      reading: 'problems' as const,
      difference: alike ? null : JSON.stringify({ expected: verdicts[0], got: verdicts[1], input }),
    };
  }
  const explanation = evaluate(agreement, expected.lead, { asOf });
  const wanted = JSON.stringify([decisionOf(explanation), explanation]);
  const { next: _next, ...explained } = engine.explain(got.lead, { asOf, next: false });
  const made = JSON.stringify([engine.decide(got.lead, { asOf }), explained]);
  return {
    reading: 'lead' as const,
    difference: wanted === made ? null : [JSON.stringify({ input, asOf }), wanted, made].join('\n'),
  };
}

type Problems = readonly { readonly at: string }[];

/** The same places, as far as properties; the words may differ. */
function samePlaces(expected: Problems, got: Problems): boolean {
  const places = (problems: Problems): string =>
    [...new Set(problems.map(({ at }) => at.replace(/(?<=\.properties)\..*/, '')))].toSorted().join();
  return places(expected) === places(got);
}

const strange: readonly unknown[] = [
  null,
  undefined,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  0.001,
  12.345,
  1e15 + 0.3,
  2 ** 53,
  1e21,
  1e-7,
  NaN,
  Infinity,

  '',
  ' ',
  '0',
  '\0',
  'a\0b',
  '\ud800',
  '\udc00x',
  '\u{1F600}',
  'x'.repeat(500),
  '\u{1F600}'.repeat(200),

  '2026-02-29',
  '2024-02-29',
  '2026-11-20T10:00:00Z',
  '2026-11-20T24:00:00Z',
  '2026-11-20T10:00',
  '0000-01-01',

  '2026-11-20T10:00:00+24:00',
  '2026-11-20T10:00:60Z',
  '2026-11-20T10:00:00.1234Z',
  '9999-12-31T23:59:59-01:00',

  [],
  [null],
  ['a', 'a'],
  {},
  { length: 1 },
  { __proto__: null },
  ['constructor'],
  'constructor',
  '__proto__',
];

/** A lead with something wrong, or nearly wrong, somewhere. */
export function spoiled(input: LeadInput, random: () => number): LeadInput {
  const copy = structuredClone(input) as Record<string, unknown>;
  const events = (copy['events'] ?? []) as Record<string, unknown>[];
  const event = events.length > 0 ? pick(random, events) : undefined;
  const value = pick(random, strange);
  const spoil = (record: Record<string, unknown>): void => {
    record[pick(random, [...Object.keys(record), 'unknown'])] = value;
  };
  switch (below(random, event === undefined ? 2 : 6)) {
    case 0:
      spoil(copy);
      break;
    case 1:
      copy['events'] = value;
      break;
    case 2:
      spoil(event as Record<string, unknown>);
      break;
    case 3:
      (event as Record<string, unknown>)['properties'] ??= {};
      spoil((event as { properties: Record<string, unknown> }).properties);
      break;
    case 4:
      events.push({ ...event, id: 'same' }, { ...event, id: 'same' });
      break;
    default:
      events.push({ ...event, id: 'same' }, { ...event, id: 'same', at: 0 });
      break;
  }
  return copy as unknown as LeadInput;
}
