import { conditionsOf } from '../../src/ir/conditions-of.ts';
import type { Agreement, Change, Field, FieldValue, Lead, LeadEvent, Next } from '../../src/ir/index.ts';
import { evaluate } from '../../src/ir/index.ts';
import { eventFor } from '../../src/ir/leads/draft.ts';
import { rootsOf, type Test, testsOf } from '../../src/ir/leads/tests.ts';
import { subjectOf, usualValues, valuesAround } from '../../src/ir/leads/values.ts';
import { readEvents } from '../../src/ir/read-events.ts';
import { readValue } from '../../src/ir/read-value.ts';
import { parts } from '../../src/ir/visit.ts';

/** A lead at a moment, with the moves that were decided about it written down. */
export interface Base {
  readonly agreement: Agreement;
  readonly lead: Lead;
  readonly at: number;
  readonly stage: string;
}

export function baseOf(agreement: Agreement, lead: Lead, asOf: number): Base {
  const { moves, stage } = evaluate(agreement, lead, { asOf });
  const entered = moves.map(({ to, at }) => ({ id: null, event: `entered_${to}`, at, properties: {} }));
  const events = [...lead.events.filter(({ at }) => at <= asOf), ...entered];
  return { agreement, lead: { ...lead, events }, at: asOf + 1, stage };
}

/** How far along the funnel a changed lead is; -1 if that is no further than before, or an exit. */
export function rankOf({ agreement, at, stage }: Base, lead: Lead): number {
  const funnel = agreement.stages.filter(({ exit }) => !exit).map(({ id }) => id);
  const rank = funnel.indexOf(evaluate(agreement, lead, { asOf: at }).stage);
  return rank > funnel.indexOf(stage) ? rank : -1;
}

/** Ways that do not lead to the stage that they promise, whichever of the values they offer is taken. */
export function brokenWays(base: Base, next: Next): readonly unknown[] {
  return next.ways.filter((way) =>
    leadsAfter(base, way).some(
      (lead) => evaluate(base.agreement, lead, { asOf: base.at }).stage !== next.stage,
    ),
  );
}

function leadsAfter(base: Base, way: readonly Change[]): readonly Lead[] {
  return way.reduce<readonly Lead[]>(
    (leads, change) => leads.flatMap((lead) => changed({ ...base, lead }, change)),
    [base.lead],
  );
}

function changed({ agreement, lead, at }: Base, change: Change): readonly Lead[] {
  if (change.kind === 'event') {
    const { event, properties, times } = change;
    return eventsOf(agreement, at, event, properties).map((made) => ({
      ...lead,
      events: [...lead.events, ...Array.from({ length: times }, () => made)],
    }));
  }
  const field = agreement.fields.find(({ id }) => id === change.field) as Field;
  return valuesOf(field, lead, change).map((value) => withValue(lead, field, value));
}

function valuesOf(
  field: Field,
  lead: Lead,
  change: Exclude<Change, { kind: 'event' }>,
): readonly FieldValue[] {
  if (change.kind === 'value') return change.one_of;
  if (change.kind === 'option')
    return change.one_of.map((option) => [...((lead.fields[field.id] ?? []) as string[]), option]);
  const step = field.type === 'date' ? 86_400_000 : 1 / 10 ** field.decimals;
  const lowest = field.min === null ? (change.below ?? 0) - step : field.min / 10 ** field.decimals;
  const { at_least: least, below } = change;
  return [least ?? lowest, ...(below === null ? [] : [Number((below - step).toFixed(field.decimals))])];
}

function withValue(lead: Lead, { id }: Field, value: FieldValue): Lead {
  return { ...lead, fields: { ...lead.fields, [id]: value } };
}

/** The event with these properties; of the others, each is whatever may make a difference. */
function eventsOf(agreement: Agreement, at: number, event: string, properties: object): readonly LeadEvent[] {
  const [plain] = readEvents(agreement, [eventFor({ agreement, asOf: at }, event, at)], []);
  if (plain === undefined) return [];
  const own = agreement.events.find(({ id }) => id === event)?.properties ?? [];
  const others = own
    .filter(({ id }) => !Object.hasOwn(properties, id))
    .flatMap((field) => propertyValues(agreement, field, at).map((value) => ({ [field.id]: value })));
  return [{}, ...others].map((other) => ({
    ...plain,
    properties: { ...plain.properties, ...properties, ...other },
  }));
}

function propertyValues(agreement: Agreement, field: Field, at: number): readonly FieldValue[] {
  const tests = rootsOf(agreement)
    .flatMap(({ condition }) => testsOf(condition))
    .filter((test) => {
      const subject = subjectOf(test);
      return subject?.kind === 'property' && subject.id === field.id;
    });
  const inputs = [...usualValues(field, at), ...tests.flatMap((test) => valuesAround(field, test, at))];
  const values = inputs.flatMap((input) => {
    const reading = readValue(field, input);
    return 'value' in reading ? [reading.value] : [];
  });
  return field.required ? values : [...values, null];
}

/** Every lead that one change makes, tried without regard to what the engine tries. */
export function afterOneChange(base: Base): readonly Lead[] {
  return [...afterFields(base), ...afterEvents(base)];
}

function afterFields({ agreement, lead, at }: Base): readonly Lead[] {
  return agreement.fields.flatMap((field) => {
    const now = lead.fields[field.id] ?? null;
    const values = candidates(agreement, field, now, at);
    return values
      .filter((value) => JSON.stringify(value) !== JSON.stringify(now))
      .map((value) => withValue(lead, field, value));
  });
}

function candidates(agreement: Agreement, field: Field, now: FieldValue, at: number): readonly FieldValue[] {
  const ids = field.options.map(({ id }) => id);
  const list = (now ?? []) as readonly string[];
  switch (field.type) {
    case 'choice':
      return ids;
    case 'flag':
      return [true, false];
    case 'choices':
      return ids.filter((id) => !list.includes(id)).map((id) => [...list, id]);
    case 'text':
      return [];
    default:
      return numberTests(agreement, field)
        .flatMap((test) => valuesAround(field, test, at))
        .flatMap((input) => {
          const reading = readValue(field, input);
          return 'value' in reading ? [reading.value] : [];
        });
  }
}

/** Of a field of which somebody asks how old it is, no number is told. */
function numberTests(agreement: Agreement, { id }: Field): readonly Test[] {
  const tests = conditionsOf(agreement)
    .flatMap(({ condition }) => [...parts(condition)])
    .filter((test) => 'subject' in test && test.subject.kind === 'field' && test.subject.id === id);
  return tests.some(({ kind }) => kind === 'age') ? [] : tests.filter((test) => test.kind === 'number');
}

function afterEvents({ agreement, lead, at }: Base): readonly Lead[] {
  const rules = agreement.scores.flatMap((score) => score.rules.filter((rule) => rule.kind === 'event_rule'));
  const asked = [...rules, ...agreement.transitions].map(({ on, where }) => ({ on, where }));
  return agreement.events
    .filter(({ by, enters }) => enters === null && by !== 'sales' && by !== 'marketing')
    .flatMap(({ id }) =>
      [null, ...asked.filter(({ on }) => on.includes(id)).map(({ where }) => where)].flatMap((where) => {
        const [made] = readEvents(agreement, [eventFor({ agreement, asOf: at }, id, at, where)], []);
        return made === undefined ? [] : [made, ...(where === null ? eventsOf(agreement, at, id, {}) : [])];
      }),
    )
    .map((event) => ({ ...lead, events: [...lead.events, event] }));
}
