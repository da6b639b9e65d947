import { suggestion } from '../diagnostics/suggest.ts';
import type { Condition, EventType, FieldType } from '../ir/types.ts';
import { show } from '../schema/words.ts';
import { type Context, shortened } from './context.ts';
import type { Cursor } from './cursor.ts';
import { readEventTest } from './event-tests.ts';
import { comparisons, type Reading, unread } from './reading.ts';
import { compared } from './rewritten.ts';
import { askedField, askedName, askedOutcome } from './subjects.ts';
import { readTest } from './tests.ts';

/** Reads a condition: names resolved, tests checked against types. */
export function readCondition(context: Context, at: Cursor, event: EventType | null = null): Condition {
  return finish(context, { event, outcome: false, own: [] }, (reading) => readAll(reading, at));
}

/** Reads the two conditions of an assertion together: what `when` asks for is not missing in the other. */
export function readAsserted(
  context: Context,
  at: Cursor,
  mode: 'never' | 'always',
): { readonly when: Condition | null; readonly holds: Condition } {
  const when = at.at('when');
  return finish(context, { event: null, outcome: true, own: [] }, (reading) => ({
    when: when.data === undefined ? null : readAll(reading, when),
    holds: readAll(reading, at.at(mode)),
  }));
}

/** Reads the `where` of an event: a condition on its properties. */
export function readWhere(context: Context, type: EventType, at: Cursor): Condition {
  if (type.properties.length > 0) return readCondition(context, at, type);
  context.report('where-without-properties', at.key, { event: type.id });
  return unread;
}

/** Reads the entries of a table's row that are not the table's own keys. */
export function readRow(context: Context, at: Cursor, own: readonly string[]): Condition {
  return finish(context, { event: null, outcome: false, own }, (reading) => {
    const keys = Object.keys(at.data as object).filter((key) => !own.includes(key));
    if (keys.length === 0) context.report('empty-condition', at.span, {});
    return all(keys.map((key) => readEntry(reading, key, at.at(key))));
  });
}

function finish<T>(
  context: Context,
  asked: Pick<Reading, 'event' | 'outcome' | 'own'>,
  read: (reading: Reading) => T,
): T {
  const where: Reading['where'] = (type, at) => readWhere(context, type, at);
  const reading: Reading = { context, ...asked, negated: false, slips: [], mentioned: new Set(), where };
  const condition = read(reading);
  for (const { asked, at } of reading.slips) {
    if (reading.mentioned.has(asked.name)) continue;
    const id = asked.name;
    const help = `Write \`all: [{ ${id}: … }, { ${id}: present }]\` if it must be known, or \`any: [{ ${id}: … }, { ${id}: missing }]\` if it need not.`;
    reading.context.report('missing-slips-in', at.span, { subject: id, id }, { help });
  }
  return condition;
}

function all(of: readonly Condition[]): Condition {
  const [only] = of;
  return of.length === 1 && only ? only : { kind: 'all', of };
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readAll(reading: Reading, at: Cursor): Condition {
  const { data } = at;
  if (!isMapping(data)) {
    reading.context.report('wrong-type', at.span, {
      got: show(data),
      expected: 'a mapping of tests, such as { seniority: vp }',
    });
    return unread;
  }
  const keys = Object.keys(data);
  if (keys.length === 0) reading.context.report('empty-condition', at.span, {});
  const loose = looseOptions(reading, at, data);
  return all(keys.filter((key) => !loose.includes(key)).map((key) => readEntry(reading, key, at.at(key))));
}

/** `{ country: at, ca, fr }`: the words after the first, which were meant as a list, and are told as one. */
function looseOptions({ context }: Reading, at: Cursor, data: Record<string, unknown>): readonly string[] {
  const entries = Object.entries(data);
  const first = entries.findIndex(([, value]) => value === null);
  const [key, value] = entries[first - 1] ?? [];
  const options = key === undefined ? [] : (askedName(context.scope, key)?.options ?? []);
  if (key === undefined || typeof value !== 'string' || options.length === 0) return [];
  const end = entries.findIndex(([, other], index) => index > first && other !== null);
  const loose = entries.slice(first, end === -1 ? undefined : end).map(([word]) => word);
  const list = [value, ...loose];
  const { end_line, end_col } = at.at(list.at(-1) ?? key).key;
  const span = { ...at.at(key).span, end_line, end_col };
  if (span.line !== at.at(...loose.slice(0, 1)).key.line) return [];
  const known = options.join(', ');
  const wrong = list.find((word) => !options.includes(word));
  const write = `[${list.join(', ')}]`;
  const hint = `Several options stand in brackets: write ${write}.`;
  const remedy = wrong === undefined ? { write } : undefined;
  const params = { option: list.join(', '), field: key, options: known };
  context.report('unknown-option', span, params, { hint, remedy });
  return [key, ...loose];
}

function readEntry(reading: Reading, key: string, at: Cursor): Condition {
  if (key === 'all' || key === 'any') return { kind: key, of: readList(reading, at) };
  if (key === 'not') return { kind: 'not', of: readAll({ ...reading, negated: !reading.negated }, at) };
  if (key === 'some') return readSome(reading, at);
  const { context, event } = reading;
  if (event) {
    const property = event.properties.find(({ id }) => id === key);
    if (property) return readTest(reading, askedField(property, 'property'), at);
    return unknownProperty(context, event, key, at);
  }
  const asked =
    askedName(context.scope, key) ?? (reading.outcome ? askedOutcome(context.scope, key) : undefined);
  if (asked) return readTest(reading, asked, at);
  const type = context.scope.events.get(key);
  return type ? readEventTest(reading, type, at) : unknownName(reading, key, at);
}

function conditionWords({ context, outcome, own }: Reading): string[] {
  const { fields, events, scores, stages } = context.scope;
  const words = [...fields.keys(), ...events.keys(), ...scores.keys(), ...stages.keys()];
  const asserted = outcome ? ['becomes', 'queue'] : [];
  return [...words, ...asserted, ...own, 'persona', 'grade', 'stage', 'any', 'all', 'not', 'some'];
}

function unknownName(reading: Reading, name: string, at: Cursor): Condition {
  const { context } = reading;
  if (context.scope.broken.has(name)) return unread;
  const meant = meantName(reading, name, at);
  if (meant) {
    context.report('unknown-name', at.key, { name }, { help: meant.hint, remedy: meant.remedy });
    return unread;
  }
  const near = suggestion(name, conditionWords(reading));
  const known = fitting(context, at.data);
  const list = near.hint ?? (known.length > 0 ? `Known of this kind: ${shortened(known)}.` : undefined);
  context.report('unknown-name', at.key, { name }, { ...near, hint: list });
  return unread;
}

/** The names of which may be asked what is asked here. */
function fitting({ scope }: Context, test: unknown): readonly string[] {
  const words: readonly unknown[] = isMapping(test) ? Object.keys(test) : [test].flat();
  const asks = (known: readonly unknown[]): boolean => words.some((word) => known.includes(word));
  const ofTypes = (...types: FieldType[]): string[] =>
    [...scope.fields.values()].filter(({ type }) => types.includes(type)).map(({ id }) => id);
  if (asks(['ever', 'never', 'within_last', 'since', 'where', 'older_than'])) {
    const events = [...scope.events.values()].filter(({ enters }) => enters === null);
    return [...events.map(({ id }) => id), ...ofTypes('date', 'moment')];
  }
  if (asks(comparisons) || words.some((word) => typeof word === 'number'))
    return [...scope.scores.keys(), ...ofTypes('integer', 'decimal', 'money', 'percent')];
  if (asks([true, false])) return ofTypes('flag');
  return asks(['missing', 'present', 'not'])
    ? [...scope.fields.keys()]
    : ofTypes('choice', 'choices', 'text');
}

/** What other languages call these. */
const otherNames: Readonly<Record<string, string>> = { and: 'all', or: 'any' };

/** How to ask with a word that is known, but not here; what a word is called here; or what a comparison in one word says. */
function meantName(reading: Reading, name: string, at: Cursor): ReturnType<typeof suggestion> | undefined {
  const { scope } = reading.context;
  if (scope.stages.has(name))
    return { hint: `\`${name}\` is a stage: ask \`stage: ${name}\` or \`entered_${name}: ever\`.` };
  if (name === 'becomes' || name === 'queue')
    return { hint: `\`${name}\` is what a decision comes to: only assertions can ask for it.` };
  if (name === 'when' && reading.own.length > 0)
    return { hint: 'In a table the conditions stand beside `id`, without `when`.' };
  const word = name.toLowerCase();
  const other = Object.hasOwn(otherNames, word) ? otherNames[word] : undefined;
  if (other !== undefined)
    return Array.isArray(at.data)
      ? { hint: `Here that is \`${other}\`.`, remedy: { write: other } }
      : { hint: `Here that is \`${other}\`, with a list of conditions.` };
  const [, field = '', rest = ''] = /^(\w+) *([<>=≤≥].*)$/.exec(name) ?? [];
  if (at.data !== null || !askedName(scope, field)) return undefined;
  const test = compared(rest)?.hint ?? `Write ${rest.replace(/^=+ */, '')}.`;
  return { hint: test.replace('Write', `Write ${field}:`) };
}

function unknownProperty(
  context: Context,
  { id, properties }: EventType,
  name: string,
  at: Cursor,
): Condition {
  const known = properties.map((property) => property.id);
  const near = suggestion(name, known);
  const hint = near.hint ?? `Properties of ${id}: ${known.join(', ')}.`;
  context.report('unknown-name', at.key, { name }, { ...near, hint });
  return unread;
}

function readList(reading: Reading, at: Cursor): Condition[] {
  const { data } = at;
  if (!Array.isArray(data)) {
    reading.context.report('wrong-type', at.span, {
      got: show(data),
      expected: 'a list of conditions',
    });
    return [];
  }
  if (data.length === 0) reading.context.report('empty-list', at.span, {});
  return data.map((_, index) => readAll(reading, at.at(index)));
}

function readSome(reading: Reading, at: Cursor): Condition {
  const { data } = at;
  const count = isMapping(data) ? data['at_least'] : undefined;
  const proper = isMapping(data) && Object.keys(data).every((key) => key === 'at_least' || key === 'of');
  if (!proper || typeof count !== 'number' || !Number.isInteger(count) || count < 1) {
    const expected = '{ at_least: 2, of: [ … ] }';
    reading.context.report('wrong-type', at.span, { got: show(data), expected });
    return unread;
  }
  const of = readList(reading, at.at('of'));
  if (of.length < count)
    reading.context.report('some-of-too-few', at.span, { at_least: count, count: of.length });
  return { kind: 'some', at_least: count, of };
}
