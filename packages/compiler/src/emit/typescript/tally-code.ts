import { firstOf, found } from '../../found.ts';
import type { EventType } from '../../ir/types.ts';
import { checkedId } from '../encode/name.ts';
import { literal, numeral } from '../encode/typescript.ts';
import { and, block, type Code, lines, when } from './code.ts';
import { expression } from './condition.ts';
import { addFaded, type FadeTables } from './fade-tables.ts';
import type { Model } from './model.ts';
import { eventScope } from './scope.ts';
import { eventsOf, hasRing, limitOf, type Tally, type TallyPlan, whereOf } from './tallies.ts';
import { eventName } from './types-code.ts';

/** What the pass over the events fills. */
export function tallyMemory(model: Model, { tallies }: TallyPlan): string {
  const initial = tallies.map((tally) => `${tally.name}: ${startOf(tally)},`);
  return lines(
    '/** What the events of a lead add up to, up to `asOf`. Filled anew by each decision. */',
    block(
      'const tally =',
      'events: 0,',
      `stage: ${firstStage(model)} as StageId,`,
      'stage_since: 0,',
      initial,
    ) + ';',
    tallies.flatMap(ringOf),
  );
}

/** The pass over the events. */
export function tallyCode(model: Model, plan: TallyPlan, fades: FadeTables): string {
  return lines(
    '/** One pass over the events, which are sorted: all that the rules ask of them. */',
    block('function tallyEvents(lead: Lead, asOf: number): void', body(model, plan, fades)),
  );
}

function body(model: Model, plan: TallyPlan, fades: FadeTables): Code {
  const { tallies } = plan;
  const cases = model.agreement.events.map(({ id }) => eventCase(id, model, plan, fades));
  return [
    `let stage: StageId = ${firstStage(model)};`,
    'let stage_since = lead.created_at;',
    tallies.map((tally) => `let ${tally.name} = ${startOf(tally)};`),
    tallies.flatMap(limitStart),
    windowsOf(tallies).map((ms) => `const from_${ms} = asOf - ${ms};`),
    'const { moments, codes } = lead;',
    'let index = 0;',
    block(
      'for (; index < moments.length; index++)',
      'const at = moments[index] as number;',
      'if (at > asOf) break;',
      block('switch (codes[index])', cases, 'default:', '  break;'),
    ),
    'tally.events = index;',
    'tally.stage = stage;',
    'tally.stage_since = stage_since;',
    tallies.map(({ name }) => `tally.${name} = ${name};`),
  ];
}

function eventCase(id: string, model: Model, plan: TallyPlan, fades: FadeTables): Code {
  const { enters } = found(model.events, id);
  const concerned = plan.tallies.filter((tally) => eventsOf(tally).on.includes(id));
  const lasts = concerned.filter(({ kind }) => kind === 'last').map(({ name }) => `${name} = at;`);
  const entering = enters === null ? [] : [`stage = ${literal(enters)};`, 'stage_since = at;'];
  const starts = plan.tallies
    .filter((tally) => eventsOf(tally).since.includes(id))
    .flatMap((tally) => [`${tally.name} = ${startOf(tally)};`, ...limitReset(tally)]);
  const counts = concerned
    .filter(({ kind }) => kind !== 'last')
    .map((tally) => countEvent(tally, id, model, plan, fades));
  const type = found(model.events, id);
  const asksMore = concerned.some((tally) => whereOf(tally) !== null);
  const event = asksMore ? [`const event = lead.events[index] as ${typeName(type)};`] : [];
  const code = lines(entering, lasts, starts, counts);
  if (code === '') return null;
  return block(`case ${found(model.codes, id)}:`, `// ${checkedId(id)}`, event, code, 'break;');
}

/** Counts an event, if it is after `since`, in the window, has the properties, and the limit lets it. */
function countEvent(tally: Tally, id: string, model: Model, plan: TallyPlan, fades: FadeTables): string {
  const { since } = eventsOf(tally);
  const where = whereOf(tally);
  const window = tally.kind === 'count' ? tally.test.within_ms : null;
  const tests = and([
    since.length === 0 ? 'true' : `at > ${plan.last(since)}`,
    window === null ? 'true' : `at >= from_${window}`,
    expression(where, eventScope(model, found(model.events, id))),
  ]);
  if (tests === 'false') return `// ${tally.name}: cannot count`;
  return when(tests, kept(tally, fades));
}

function kept(tally: Tally, fades: FadeTables): string {
  const limit = limitOf(tally);
  const { name } = tally;
  const add = addEvent(tally, fades);
  if (limit === null) return add;
  if (limit.per_ms === null) {
    return when(`kept_${name} < ${numeral(limit.count)}`, `kept_${name}++;`, add);
  }
  if (limit.count === 1) {
    return when(`at - kept_${name} >= ${numeral(limit.per_ms)}`, `kept_${name} = at;`, add);
  }
  return when(
    `at - (ring_${name}[slot_${name}] as number) >= ${numeral(limit.per_ms)}`,
    `ring_${name}[slot_${name}] = at;`,
    `slot_${name} = slot_${name} === ${numeral(limit.count - 1)} ? 0 : slot_${name} + 1;`,
    add,
  );
}

function addEvent(tally: Tally, fades: FadeTables): string {
  const { name } = tally;
  if (tally.kind === 'latest') return `${name} = at;`;
  if (tally.kind !== 'rule' || tally.rule.fades === null) return `${name}++;`;
  return addFaded(name, tally.rule.points, tally.rule.fades, fades);
}

function typeName(type: EventType): string {
  return type.properties.length === 0 ? 'PlainEvent' : eventName(type);
}

function startOf({ kind }: Tally): string {
  return kind === 'last' || kind === 'latest' ? 'never' : '0';
}

function ringOf(tally: Tally): readonly string[] {
  const limit = limitOf(tally);
  return limit !== null && hasRing(limit)
    ? [`const ring_${tally.name} = /* @__PURE__ */ new Float64Array(${numeral(limit.count)});`]
    : [];
}

function limitStart(tally: Tally): readonly string[] {
  const limit = limitOf(tally);
  if (limit === null) return [];
  const start = limit.per_ms === null ? '0' : 'never';
  if (hasRing(limit)) return [`ring_${tally.name}.fill(never);`, `let slot_${tally.name} = 0;`];
  return [`let kept_${tally.name} = ${start};`];
}

function limitReset(tally: Tally): readonly string[] {
  return limitStart(tally).map((line) => line.replace(/^let /, ''));
}

function windowsOf(tallies: readonly Tally[]): readonly string[] {
  const windows = tallies.flatMap((tally) =>
    tally.kind === 'count' && tally.test.within_ms !== null ? [numeral(tally.test.within_ms)] : [],
  );
  return [...new Set(windows)];
}

function firstStage({ agreement }: Model): string {
  return literal(firstOf(agreement.stages).id);
}
