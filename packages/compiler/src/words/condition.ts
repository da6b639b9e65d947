import type { Bound, Condition, Subject } from '../ir/types.ts';
import { band, bounds, dateBounds, span } from './amounts.ts';
import type { Book } from './book.ts';
import { eventAge, eventTest } from './events.ts';
import { isPlural, startsWithVerb } from './grammar.ts';
import { listed, plain, quoted, say, separated, upperFirst, type Phrase, type Piece } from './phrase.ts';
import {
  fieldOf,
  formatOf,
  isPersonal,
  isTime,
  mayBeMissing,
  optionPiece,
  subjectName,
  type Context,
} from './subject.ts';
import { bandTitle } from './titles.ts';

/**
 * A condition as part of a sentence; `who` stands before what somebody did ("it " in "as soon as it asked for a demo").
 *
 * ```ts
 * plain(conditionWords(book, condition)) // 'seniority is director, VP or C-level'
 * ```
 */
export const conditionWords = (book: Book, condition: Condition, who: '' | 'it ' = ''): Phrase =>
  words({ book, events: [], who }, condition, false);

/** What all must hold, one phrase each. */
export const conditionLines = (
  book: Book,
  condition: Condition | null,
  who: '' | 'it ' = '',
): readonly Phrase[] => {
  if (condition === null) return [];
  return (condition.kind === 'all' ? condition.of : [condition]).map((part) =>
    conditionWords(book, part, who),
  );
};

/** The test of an event's properties. */
export const whereWords = (book: Book, events: readonly string[], where: Condition | null): Phrase | null =>
  where && words({ book, events, who: '' }, where, false);

function words(context: Context, condition: Condition, negated: boolean): Phrase {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'some': {
      const [only, second] = condition.of;
      if (only !== undefined && second === undefined) return words(context, only, negated);
      return negated ? notTogether(context, condition) : together(context, condition);
    }
    case 'not':
      return words(context, condition.of, !negated);
    case 'present':
      return present(context, condition.subject, negated);
    case 'flag':
      return flag(context, condition, negated);
    case 'choice':
      return choice(context, condition, negated);
    case 'includes':
      return includes(context, condition, negated);
    case 'number':
      return numberWords(context, condition, negated);
    case 'age':
      return age(context, condition, negated);
    case 'text':
      return text(context, condition, negated);
    case 'event':
      return eventTest(context, condition, whereOf(context, condition), negated);
    case 'event_age':
      return eventAge(context, condition, whereOf(context, condition), negated);
  }
}

type Joined = Extract<Condition, { kind: 'all' | 'any' | 'some' }>;
type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

function together(context: Context, condition: Joined): Phrase {
  const bands = condition.kind === 'any' ? severalBands(context, condition) : null;
  if (bands !== null) return bands;
  const parts = condition.of.map((part) => {
    const said = words(context, part, false);
    return isJoined(part) ? say('(', said, ')') : said;
  });
  if (condition.kind === 'all') return separated(parts, ', and ');
  if (condition.kind === 'any') return say('either ', separated(parts, ', or '));
  return say(`at least ${condition.at_least} of these ${parts.length}: `, separated(parts, '; '));
}

function notTogether(context: Context, condition: Joined): Phrase {
  const parts = condition.of.map((part) => words(context, part, false));
  return say(noneOf(condition), separated(parts, '; '));
}

function noneOf(condition: Joined): string {
  if (condition.kind === 'any') return 'none of these: ';
  if (condition.kind === 'all')
    return condition.of.length === 2 ? 'not both of these: ' : 'not all of these: ';
  return `fewer than ${condition.at_least} of these ${condition.of.length}: `;
}

const isJoined = (condition: Condition) =>
  (condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'some') &&
  condition.of.length > 1;

function whereOf(context: Context, { events, where }: Of<'event' | 'event_age'>): Phrase | null {
  return where && words({ ...context, events, who: '' }, where, false);
}

interface Verb {
  readonly one: string;
  readonly many: string;
  readonly turned: string;
}

const is: Verb = { one: 'is', many: 'are', turned: '' };

/** `<subject> is <what>`; turned round it also holds for a missing value, and says so. */
function about(
  context: Context,
  subject: Subject,
  negated: boolean,
  what: Piece | Phrase,
  verb = is,
): Phrase {
  const name = subjectName(context, subject);
  if (startsWithVerb(plain([name]))) return statement(context, subject, name, negated, what);
  const many = isPlural(plain([name]));
  const stated = many ? verb.many : verb.one;
  const does = many ? 'do' : 'does';
  const turned = verb === is ? `${stated} not` : `${does} not ${verb.turned}`;
  return say(name, ` ${negated ? turned : stated} `, what, orMissing(context, subject, negated));
}

const orMissing = (context: Context, subject: Subject, negated: boolean) =>
  negated && mayBeMissing(context, subject) ? ', or missing' : '';

/** A field whose label says what somebody did: `began the trial in the last 14 days`, `“Began the trial” is not …`. */
function statement(
  context: Context,
  subject: Subject,
  name: Piece,
  negated: boolean,
  what: Piece | Phrase,
): Phrase {
  if (!negated && isTime(context, subject)) return say(context.who, name, ' ', what);
  return say(inQuotes(name), ` is ${negated ? 'not ' : ''}`, what, orMissing(context, subject, negated));
}

const inQuotes = (piece: Piece): Phrase => {
  const text = upperFirst(plain([piece]));
  return ['“', typeof piece === 'string' ? text : { ...piece, text }, '”'];
};

/** A flag's label is a statement: where it says what somebody did, yes is the label itself. */
function flag(context: Context, { subject, is: wanted }: Of<'flag'>, negated: boolean): Phrase {
  const name = subjectName(context, subject);
  if (isPersonal(context, subject)) return about(context, subject, negated, hidden(1));
  if (wanted && !negated && startsWithVerb(plain([name]))) return say(context.who, name);
  const answer = `${negated ? 'not ' : ''}${wanted ? 'yes' : 'no'}`;
  return say(inQuotes(name), ` is ${answer}`, orMissing(context, subject, negated));
}

function present(context: Context, subject: Subject, negated: boolean): Phrase {
  const name = subjectName(context, subject);
  const verbal = startsWithVerb(plain([name]));
  if (verbal && !negated && isTime(context, subject)) return say(context.who, name);
  const be = !verbal && isPlural(plain([name])) ? 'are' : 'is';
  return say(verbal ? inQuotes(name) : name, ` ${be} ${negated ? 'missing' : 'known'}`);
}

const hidden = (count: number) =>
  count === 1 ? 'a certain value (personal, not shown)' : `one of ${count} values (personal, not shown)`;

function choice(context: Context, { subject, options }: Of<'choice'>, negated: boolean): Phrase {
  if (isPersonal(context, subject)) return about(context, subject, negated, hidden(options.length));
  return about(
    context,
    subject,
    negated,
    listed(
      options.map((id) => optionPiece(context, subject, id)),
      'or',
    ),
  );
}

function includes(context: Context, { subject, mode, options }: Of<'includes'>, negated: boolean): Phrase {
  const what = isPersonal(context, subject)
    ? [hidden(options.length)]
    : listed(
        options.map((id) => optionPiece(context, subject, id)),
        mode === 'all' ? 'and' : 'or',
      );
  return about(context, subject, negated, what, { one: 'includes', many: 'include', turned: 'include' });
}

function numberWords(context: Context, condition: Of<'number'>, negated: boolean): Phrase {
  const { subject, min, max, decimals } = condition;
  if (isPersonal(context, subject)) return about(context, subject, negated, hidden(1));
  const inBand = bandOf(context, condition);
  if (inBand !== null) return about(context, subject, negated, inBand);
  const format = formatOf(context, subject, decimals);
  if (isTime(context, subject)) return about(context, subject, negated, dateBounds(min, max, format));
  const unit = unitOf(context, subject);
  if (!negated || (min !== null && max !== null)) {
    return about(context, subject, negated, bounds(min, max, format) + unit);
  }
  const what = bounds(turned(max), turned(min), format) + unit;
  return say(about(context, subject, false, what), orMissing(context, subject, true));
}

/** The unit after a number, unless the field's label has named it. */
const unitOf = (context: Context, subject: Subject): string => {
  const field = fieldOf(context, subject);
  if (!field?.unit) return '';
  const { unit, label } = field;
  return label.toLowerCase().includes(unit.toLowerCase()) ? '' : ` ${unit}`;
};

const turned = (bound: Bound | null): Bound | null =>
  bound && { value: bound.value, inclusive: !bound.inclusive };

const sameBound = (a: Bound | null, b: Bound | null) =>
  a?.value === b?.value && a?.inclusive === b?.inclusive;

function bandOf(context: Context, { subject, min, max, decimals }: Of<'number'>): string | null {
  if (subject.kind !== 'score') return null;
  const bands = context.book.scores.get(subject.id)?.bands ?? [];
  const found = bands.find((one) => sameBound(one.min, min) && sameBound(one.max, max));
  return found === undefined ? null : `${bandTitle(found)} (${band(min, max, decimals)})`;
}

/** `engagement is hot (40 or more) or warm (15 to below 40)` for a list of bands. */
function severalBands(context: Context, { of }: Of<'any'>): Phrase | null {
  const [first] = of;
  if (first?.kind !== 'number' || first.subject.kind !== 'score') return null;
  const { id } = first.subject;
  const bands = of.map((part) =>
    part.kind === 'number' && part.subject.kind === 'score' && part.subject.id === id
      ? bandOf(context, part)
      : null,
  );
  const known = bands.filter((name) => name !== null);
  return known.length === of.length ? about(context, first.subject, false, listed(known, 'or')) : null;
}

function age(context: Context, { subject, min, max }: Of<'age'>, negated: boolean): Phrase {
  if (isPersonal(context, subject)) return about(context, subject, negated, hidden(1));
  return about(context, subject, negated, agoWords(min, max));
}

/** Bounds of an age in ms: `in the last 14 days`, `more than 30 days ago`, `in the next 90 days`. */
function agoWords(min: Bound | null, max: Bound | null): string {
  if (min?.value === 0 && max !== null) return `in the last ${span(max.value)}`;
  if (max?.value === 0 && min !== null) return `in the next ${span(-min.value)}`;
  if (max === null && min !== null) return `${min.inclusive ? 'at least' : 'more than'} ${ago(min.value)}`;
  if (min === null && max !== null) return `${max.inclusive ? 'at most' : 'less than'} ${ago(max.value)}`;
  return min === null || max === null ? 'at any time' : `between ${ago(max.value)} and ${ago(min.value)}`;
}

const ago = (ms: number) => `${span(ms).replace(/^(?=\D)/u, 'one ')} ago`;

const textVerbs = {
  equals: is,
  contains: { one: 'contains', many: 'contain', turned: 'contain' },
  starts_with: { one: 'starts with', many: 'start with', turned: 'start with' },
  ends_with: { one: 'ends with', many: 'end with', turned: 'end with' },
} as const;

function text(context: Context, { subject, op, values }: Of<'text'>, negated: boolean): Phrase {
  const what = isPersonal(context, subject) ? hidden(values.length) : plain(listed(values.map(quoted), 'or'));
  return about(context, subject, negated, what, textVerbs[op]);
}
