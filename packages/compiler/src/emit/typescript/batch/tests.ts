import { found, there } from '../../../found.ts';
import type { Band, Condition, EventType, Subject } from '../../../ir/types.ts';
import { checkedId, identifier } from '../../encode/name.ts';
import { numeral } from '../../encode/typescript.ts';
import { and, or } from '../code.ts';
import { between, type Scope, type SubjectTest } from '../condition.ts';
import { bitsAWord, presentBit } from './bits.ts';
import { type Column, type Layout, textKey } from './layout.ts';

/** Where a test finds its value: a number, or for bits several. */
interface Place {
  readonly word: (index: number) => string;
  readonly column: Column | null;
  /** The named intervals of a score. */
  readonly bands?: readonly Band[];
  /** The names of codes, from this number on. */
  readonly names?: readonly string[];
  readonly first: number;
}

/** Conditions on the lead of a row: what it asks for is in local variables. */
export function rowScope(layout: Layout): Scope {
  return scope(layout, (subject) => rowPlace(layout, subject));
}

/** Conditions on the event at `index`. */
export function eventRowScope(layout: Layout, type: EventType): Scope {
  return scope(layout, (subject) => {
    if (subject.kind !== 'property') return rowPlace(layout, subject);
    const column = layout.properties.get(type.id)?.find(({ field }) => field.id === subject.id);
    if (column === undefined) return null;
    return { ...valued(column), word: (index) => `(slot_${column.slot + index}[index] as number)` };
  });
}

function scope({ plan }: Layout, place: (subject: Subject) => Place | null): Scope {
  return {
    read: () => null,
    test: (test, wide) => {
      const found = place(test.subject);
      return found === null ? 'false' : testOf(test, found, wide);
    },
    count: (test) => plan.test(test),
    latest: (test) => plan.test(test),
  };
}

function rowPlace({ model, fields }: Layout, subject: Subject): Place | null {
  const { stages, personas, grades } = model.agreement;
  const plain = { column: null, first: 1 };
  switch (subject.kind) {
    case 'field': {
      if (subject.id === 'created_at') return { ...plain, word: () => 'created_at' };
      const column = there(
        fields.find(({ field }) => field.id === subject.id),
        `column for ${subject.id}`,
      );
      return { ...valued(column), word: (index) => fieldName(column, index) };
    }
    case 'score':
      return {
        ...plain,
        word: () => `score_${checkedId(subject.id)}`,
        bands: found(model.scores, subject.id).bands,
      };
    case 'stage':
      return { ...plain, word: () => 'stage', names: stages.map(({ id }) => id), first: 0 };
    case 'persona':
      return { ...plain, word: () => 'persona', names: personas.map(({ id }) => id) };
    case 'grade':
      return { ...plain, word: () => 'grade', names: grades?.order ?? [] };
    default:
      return null; // nothing that a lead has
  }
}

function valued(column: Column): Omit<Place, 'word'> {
  return { column, names: column.field.options.map(({ id }) => id), first: 1 };
}

/** The local variable of a field's column. */
export function fieldName({ field, kind }: Column, index: number): string {
  return identifier(kind === 'bits' ? `bits${index}` : 'field', field.id);
}

function testOf(test: SubjectTest, place: Place, wide: boolean): string {
  const value = place.word(0);
  const code = wide ? `(${value} as number)` : value;
  switch (test.kind) {
    case 'present':
      return present(place);
    case 'choice':
      if (place.bands) {
        const named = place.bands.filter(({ id }) => test.options.includes(id));
        return or(named.map((band) => and(between(value, band, numeral))));
      }
      return choice(code, test.options, place);
    case 'flag':
      return `${code} === ${test.is ? 2 : 1}`;
    case 'includes':
      return includes(test, place);
    case 'number': {
      const tests = between(value, test, writerOf(place));
      return tests.length === 0 ? present(place) : and(tests);
    }
    case 'age': {
      const tests = between(`asOf - ${value}`, test, numeral);
      return tests.length === 0 ? present(place) : and(tests);
    }
    case 'text': {
      const key = textKey(test);
      const bit = place.column?.tests.findIndex((kept) => textKey(kept) === key) ?? -1;
      return anyBit(place, [bit]);
    }
  }
}

/** A missing number is none, so that it compares with nothing. */
function present({ word, column, names }: Place): string {
  if (column === null) return names === undefined || word(0) === 'stage' ? 'true' : `${word(0)} !== 0`;
  switch (column.kind) {
    case 'codes':
    case 'flags':
      return `${word(0)} !== 0`;
    case 'bits':
      return `(${word(0)} & ${presentBit}) !== 0`;
    case 'numbers':
      return `${word(0)} === ${word(0)}`;
  }
}

function choice(value: string, options: readonly string[], place: Place): string {
  const codes = codesOf(options, place);
  const bit = codes.length > 2 ? oneOf(value, codes, place) : null;
  return bit === null ? or(codes.map((code) => `${value} === ${code}`)) : `${bit} === 1`;
}

function codesOf(options: readonly string[], { names = [], first }: Place): readonly number[] {
  return [...new Set(options.map((option) => names.indexOf(option)))]
    .filter((index) => index >= 0)
    .map((index) => index + first);
}

/** 1 for one of these codes, else 0; `null` where a code may be more than a shift can tell apart. */
function oneOf(value: string, codes: readonly number[], { names = [], first }: Place): string | null {
  if (names.length + first > 31) return null;
  return `((${codes.reduce((sum, code) => sum + 2 ** code, 0)} >>> ${value}) & 1)`;
}

/**
 * 1 where a lead has one of some options, or the value of a flag; else 0. Nothing is skipped for it, so that no processor has to
 * guess. `null` of all other conditions.
 */
export function bitOf(layout: Layout, condition: Condition | null): string | null {
  if (condition?.kind !== 'choice' && condition?.kind !== 'flag') return null;
  const place = rowPlace(layout, condition.subject);
  if (place === null || place.bands) return null;
  if (condition.kind === 'flag') return `((${condition.is ? 4 : 2} >>> ${place.word(0)}) & 1)`;
  return oneOf(place.word(0), codesOf(condition.options, place), place);
}

function includes({ options, mode }: Extract<SubjectTest, { kind: 'includes' }>, place: Place): string {
  const { names = [] } = place;
  const bits = options.map((option) => names.indexOf(option));
  if (mode === 'any')
    return anyBit(
      place,
      bits.filter((bit) => bit >= 0),
    );
  if (bits.includes(-1)) return 'false';
  if (bits.length === 0) return present(place);
  return and(masks(bits).map(([word, mask]) => `(${place.word(word)} & ${mask}) === ${mask}`));
}

function anyBit(place: Place, bits: readonly number[]): string {
  return or(masks(bits).map(([word, mask]) => `(${place.word(word)} & ${mask}) !== 0`));
}

/** The bits of each number. */
function masks(bits: readonly number[]): readonly (readonly [word: number, mask: number])[] {
  const byWord = new Map<number, number>();
  for (const bit of new Set(bits)) {
    const word = Math.floor(bit / bitsAWord);
    byWord.set(word, (byWord.get(word) ?? 0) + 2 ** (bit % bitsAWord));
  }
  return [...byWord];
}

/** Constants as the column holds its numbers: natural, or scaled. */
function writerOf({ column }: Place): (bound: number) => string {
  if (column === null || column.scaled) return numeral;
  return (bound) => numeral(bound / 10 ** column.field.decimals);
}
