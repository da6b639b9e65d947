import type { Context } from '../../ir/context.ts';
import { pointsOfRule } from '../../ir/scores.ts';
import type { Agreement, FieldValue, Rule, Score } from '../../ir/types.ts';
import { freePoints } from './free-points.ts';
import { fieldsOf } from './read-by.ts';
import { type Case, replay } from './replay.ts';

/** Where a score is to lie, both ends included. */
export interface Aim {
  readonly score: Score;
  readonly low: number;
  readonly high: number;
  /** A rule that is to give points still. */
  readonly giving: { readonly score: Score; readonly rule: Rule };
}

export interface Tuner {
  /** Changes fields of a lead until a score lies where it should; `undefined` if it does not get there. */
  readonly tune: (start: Case, aim: Aim) => Case | undefined;
}

/** The points of rules are not quite independent: so many times it is looked again how far off the score is. */
const rounds = 5;
/** So many sums of changes are looked at, and so many values of a field. */
const mostSums = 2_000;
const mostValues = 4;

/** A tuner that takes values from known leads. */
export function createTuner(agreement: Agreement, known: readonly Case[]): Tuner {
  const values = valuesOf(agreement, known);
  const readers = new Map<string, Readers>();
  const readersOf = (score: Score): Readers => {
    const found = readers.get(score.id) ?? readersIn(agreement, score);
    readers.set(score.id, found);
    return found;
  };
  return {
    tune: (start, { score, low, high, giving }) => {
      let here = start;
      for (let round = 0; round < rounds; round += 1) {
        const points = freePoints(score, here);
        if (points >= low && points <= high) return here;
        const changes = changesOf(here, { values, readers: readersOf(score), giving });
        const chosen = choose(changes, low - points, high - points);
        if (chosen.length === 0) return undefined;
        const written = chosen.map(({ field, value }) => [field, value.written]);
        const next = replay(agreement, { ...here.input, ...Object.fromEntries(written) }, here.asOf);
        if (!next) return undefined;
        here = next;
      }
      return undefined;
    },
  };
}

/** A value as it stands in a lead that comes in, and as it is read. */
interface Value {
  readonly written: unknown;
  readonly read: FieldValue;
}

function valuesOf({ fields }: Agreement, known: readonly Case[]): ReadonlyMap<string, readonly Value[]> {
  return new Map(
    fields.map(({ id, required }) => {
      const found = new Map<string, Value>(required ? [] : [['null', { written: undefined, read: null }]]);
      for (const { input, lead } of known) {
        const read = lead.fields[id] ?? null;
        if (read !== null && found.size < mostValues)
          found.set(JSON.stringify(read), { written: input[id], read });
      }
      return [id, [...found.values()]];
    }),
  );
}

/** A rule of a score, whose points count so many times in what it adds up to. */
interface Reader {
  readonly score: Score;
  readonly rule: Rule;
  readonly times: number;
}

/** By field, the rules that ask about it. */
type Readers = ReadonlyMap<string, readonly Reader[]>;

function readersIn({ scores }: Agreement, sum: Score): Readers {
  const readers = new Map<string, Reader[]>();
  const visit = (score: Score): void => {
    for (const rule of score.rules) {
      for (const field of fieldsOf(score, rule)) {
        const reading = readers.get(field) ?? [];
        readers.set(field, reading);
        reading.push({ score, rule, times: 10 ** (sum.decimals - score.decimals) });
      }
    }
    for (const part of scores) if (score.sum.includes(part.id)) visit(part);
  };
  visit(sum);
  return readers;
}

interface Change {
  readonly field: string;
  readonly value: Value;
  readonly points: number;
}

interface Choice {
  readonly values: ReadonlyMap<string, readonly Value[]>;
  readonly readers: Readers;
  readonly giving: Aim['giving'];
}

/** By field, the values that it could have instead, with what the score would get for each. */
function* changesOf({ recorded }: Case, { values, readers, giving }: Choice): Generator<readonly Change[]> {
  const { lead } = recorded;
  const keep = fieldsOf(giving.score, giving.rule);
  for (const [field, options] of values) {
    const asking = readers.get(field);
    if (!asking) continue;
    const contextOf = (value: FieldValue): Context => ({
      ...recorded,
      lead: { ...lead, fields: { ...lead.fields, [field]: value } },
    });
    const pointsWith = (value: FieldValue): number => {
      const context = contextOf(value);
      return asking.reduce(
        (sum, { score, rule, times }) => sum + pointsOfRule(score, rule, context) * times,
        0,
      );
    };
    const now = pointsWith(lead.fields[field] ?? null);
    const open = keep.has(field)
      ? options.filter(({ read }) => pointsOfRule(giving.score, giving.rule, contextOf(read)) !== 0)
      : options;
    yield open.map((value): Change => ({ field, value, points: pointsWith(value.read) - now }));
  }
}

interface Chain {
  readonly change: Change;
  readonly rest: Chain | undefined;
}

/** At most one change of each field, so that together they give as many points as are needed, or nearly so. */
function choose(fields: Iterable<readonly Change[]>, least: number, most: number): readonly Change[] {
  const sums = new Map<number, Chain | undefined>([[0, undefined]]);
  const awayFrom = (sum: number): number => Math.max(least - sum, sum - most);
  let best = 0;
  for (const changes of fields) {
    const before = [...sums];
    for (const [sum, rest] of before) {
      for (const change of changes) {
        const more = sum + change.points;
        if (sums.has(more) || sums.size === mostSums) continue;
        sums.set(more, { change, rest });
        if (awayFrom(more) < awayFrom(best)) best = more;
        if (awayFrom(best) <= 0) return listOf(sums.get(best));
      }
    }
  }
  return listOf(sums.get(best));
}

function listOf(chain: Chain | undefined): readonly Change[] {
  return chain ? [chain.change, ...listOf(chain.rest)] : [];
}
