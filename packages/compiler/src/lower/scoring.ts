import { there } from '../found.ts';
import type { Band, Fade, Group, Rule, PointTable, Score } from '../ir/types.ts';
import { scale } from '../schema/numbers.ts';
import type { RuleInput, ScoreInput } from '../schema/scoring.ts';
import { sentenceCase } from '../schema/shapes.ts';
import { day, hour } from '../time/duration.ts';
import { readBand } from './bands.ts';
import { readCondition } from './conditions.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { declareId } from './declare.ts';
import { halfLife } from './fades.ts';
import { readEventsWhere } from './funnel.ts';
import { inForceSpan } from './moments.ts';
import { lowerPointTables, type Scaled } from './point-tables.ts';

/** The scores, in the order written. */
export function lowerScores(context: Context): Score[] {
  return Object.entries(context.files.scoring?.data.scores ?? {}).map(([id, score]) =>
    lowerScore(context, id, score, context.root('scoring').at('scores', id)),
  );
}

function lowerScore(context: Context, id: string, input: ScoreInput, at: Cursor): Score {
  const decimals = input.decimals ?? 0;
  function scaled(value: number, place: Cursor): number;
  function scaled(value: number | undefined, place: Cursor): number | null;
  function scaled(value: number | undefined, place: Cursor): number | null {
    if (value === undefined) return null;
    const whole = scale(value, decimals);
    if (whole === undefined) context.report('too-many-decimals', place.span, { got: value, decimals });
    return whole ?? 0;
  }
  const rules = (input.rules ?? []).map((rule, index) =>
    lowerRule(context, rule, input, scaled, at.at('rules', index)),
  );
  const sum = (input.sum ?? []).filter((part, index) =>
    context.resolve('score', context.scope.scores, part, at.at('sum', index)),
  );
  checkKind(context, id, input, at);
  return {
    kind: 'score',
    id,
    title: input.title ?? sentenceCase(id),
    means: input.means ?? null,
    decimals,
    when: input.when === undefined ? null : readCondition(context, at.at('when')),
    since: context.events(input.since ?? [], at.at('since')),
    cap: scaled(input.cap, at.at('cap')),
    floor: scaled(input.floor, at.at('floor')),
    groups: Object.entries(input.groups ?? {}).map(([name, group]): Group => {
      const place = at.at('groups', name);
      return {
        kind: 'group',
        id: name,
        cap: scaled(group.cap, place.at('cap')),
        floor: scaled(group.floor, place.at('floor')),
        when: group.when === undefined ? null : readCondition(context, place.at('when')),
        span: place.whole,
      };
    }),
    rules: [...rules, ...lowerPointTables(context, input.tables ?? {}, scaled, at.at('tables'))],
    tables: Object.entries(input.tables ?? {}).map(([name, { match, otherwise }]): PointTable => {
      const complete = otherwise !== undefined;
      return { kind: 'point_table', id: name, match, complete, span: at.at('tables', name).key };
    }),
    sum,
    bands: Object.keys(input.bands ?? {}).flatMap((name): Band[] =>
      readBand(context, name, id, decimals, at.at('bands', name)),
    ),
    span: at.whole,
  };
}

function checkKind(context: Context, id: string, input: ScoreInput, at: Cursor): void {
  if (input.sum === undefined) {
    if (!input.rules && !input.tables) context.report('empty-score', at.key, { score: id });
    return;
  }
  for (const key of ['rules', 'tables', 'groups', 'since'] as const)
    if (input[key] !== undefined) context.report('sum-with-rules', at.at(key).key, { score: id, key });
  const decimals = input.decimals ?? 0;
  input.sum.forEach((part, index) => {
    const more = context.scope.scores.get(part)?.decimals ?? 0;
    if (more > decimals)
      context.report('decimals-lost', at.at('sum', index).span, { score: id, decimals, part, more });
  });
}

const kindKeys = {
  'a rule of the lead': ['where', 'at_most', 'fades', 'stacks_with', 'without'],
  'a rule of events': ['every', 'without'],
  'an idle rule': ['on', 'where', 'at_most', 'fades', 'stacks_with'],
} as const;

function lowerRule(context: Context, input: RuleInput, score: ScoreInput, scaled: Scaled, at: Cursor): Rule {
  const base = {
    id: declareId(context, input.id, 'rule', at.at('id').span),
    points: scaled(input.points, at.at('points')),
    group: input.group ?? null,
    cap: scaled(input.cap, at.at('cap')),
    floor: scaled(input.floor, at.at('floor')),
    when: input.when === undefined ? null : readCondition(context, at.at('when')),
    because: input.because ?? null,
    in_force: inForceSpan(input.in_force, context.timeZone),
    span: at.whole,
  };
  if (input.group !== undefined)
    context.resolve('group', new Map(Object.entries(score.groups ?? {})), input.group, at.at('group'));
  if (input.on !== undefined) {
    mixed(context, input, 'a rule of events', at);
    const on = context.events(input.on, at.at('on'));
    return {
      kind: 'event_rule',
      ...base,
      on,
      where: input.where === undefined ? null : readEventsWhere(context, on, at.at('where')),
      at_most: input.at_most ?? null,
      fades: input.fades === undefined ? null : lowerFade(context, input.fades, scaled, at.at('fades')),
      stacks_with: readStacks(context, input, score, at.at('stacks_with')),
    };
  }
  if (input.every !== undefined) {
    mixed(context, input, 'an idle rule', at);
    if (!input.without) context.report('missing-key', at.key, { key: 'without', where: 'in the idle rule' });
    if (input.every < hour)
      context.report('out-of-range', at.at('every').span, {
        got: String(at.at('every').data),
        expected: 'at least 1 hour',
      });
    return {
      kind: 'idle_rule',
      ...base,
      every_ms: input.every,
      without: context.events(input.without ?? [], at.at('without')),
    };
  }
  mixed(context, input, 'a rule of the lead', at);
  if (input.when === undefined) context.report('rule-without-cause', at.key, {});
  return { kind: 'lead_rule', ...base, table: null };
}

function mixed(context: Context, input: RuleInput, kind: keyof typeof kindKeys, at: Cursor): void {
  for (const key of kindKeys[kind])
    if (input[key] !== undefined) context.report('mixed-rule', at.at(key).key, { key, kind });
}

/** Other rules of events of the same score. */
function readStacks(context: Context, rule: RuleInput, { rules = [] }: ScoreInput, at: Cursor): string[] {
  const others = rules.filter(({ id, on }) => on !== undefined && id !== rule.id);
  const known = new Map(others.map(({ id }) => [id, true]));
  return context.references('other rule of events in this score', known, rule.stacks_with ?? [], at);
}

function lowerFade(
  context: Context,
  input: NonNullable<RuleInput['fades']>,
  scaled: Scaled,
  at: Cursor,
): Fade | null {
  const { half_life: half, expires, lose, every } = input;
  const kinds = [half, expires, lose].filter((value) => value !== undefined).length;
  if (kinds !== 1 || (lose === undefined) !== (every === undefined)) {
    const got = Object.keys(input).join(', ') || 'nothing';
    context.report('exactly-one-of', at.span, { keys: 'half_life; expires; lose with every', got });
    return null;
  }
  if (half !== undefined) {
    const days = half / day;
    if (Number.isInteger(days) && days >= 1 && days <= 3650) return halfLife(days);
    context.report('out-of-range', at.at('half_life').span, { got: days, expected: 'whole days, 1 to 3650' });
    return null;
  }
  if (expires !== undefined) return { kind: 'expires', after_ms: expires };
  if (every === 0) context.report('out-of-range', at.at('every').span, { got: 0, expected: 'more than 0' });
  if (lose !== undefined && lose <= 0)
    context.report('out-of-range', at.at('lose').span, { got: lose, expected: 'more than 0' });
  return {
    kind: 'lose',
    points: scaled(there(lose, 'lose'), at.at('lose')),
    every_ms: there(every, 'every'),
  };
}
