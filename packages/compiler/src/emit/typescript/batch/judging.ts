import { found, foundIn } from '../../../found.ts';
import type { Band, EventRule, Grades, Group, IdleRule, Rule, Score } from '../../../ir/types.ts';
import { checkedId, identifier, place } from '../../encode/name.ts';
import { numeral } from '../../encode/typescript.ts';
import { and, type Code, sections, when } from '../code.ts';
import { between, expression, type Scope } from '../condition.ts';
import { applies, inForce } from '../scope.ts';
import type { TallyPlan } from '../tallies.ts';
import type { Layout } from './layout.ts';
import { phase } from './phase.ts';
import { bitOf, rowScope } from './tests.ts';

/** A phase for each score, for the persona and for the grade. */
export function batchJudging(layout: Layout): string {
  const { scores, order, grades } = layout.model.agreement;
  return sections(
    ...order.map((name) => {
      if (name === 'persona') return personaPhase(layout);
      if (name === 'grade') return grades && gradePhase(layout, grades);
      return scorePhase(layout, foundIn(scores, name));
    }),
  );
}

/** The calls of those phases, in the order of dependencies. */
export function judgingCalls({ model: { agreement } }: Layout): Code {
  return agreement.order.map((name) => {
    if (name === 'persona') return call('findPersona');
    if (name === 'grade') return agreement.grades && call('findGrade');
    return call(identifier('addUp', name));
  });
}

export function call(phase: string): string {
  return `${phase}(columns, out, from, to);`;
}

function scorePhase(layout: Layout, score: Score): string {
  const id = checkedId(score.id);
  const scope = rowScope(layout);
  const test = expression(score.when, scope);
  const unit = score.decimals === 0 ? '' : ` / ${numeral(10 ** score.decimals)}`;
  const limited = clamped(score, 'sum');
  return phase(layout, {
    name: identifier('addUp', score.id),
    says: `Score ${id} (${place(score.span)}), times ${10 ** score.decimals}.`,
    arrays: {
      points_of: `known.score_${id}`,
      natural_of: `out.scores.${id}`,
      band_of: score.bands.length === 0 ? '' : `out.bands.${id}`,
    },
    body: [
      'let sum = 0;',
      when(
        test,
        score.sum.length > 0 ? sumLines(layout, score) : ruleLines(layout, scope, score),
        limited === 'sum' ? null : `sum = ${limited};`,
      ),
      'points_of[i] = sum;',
      `natural_of[row] = sum${unit};`,
      score.bands.length === 0 ? null : `band_of[row] = ${bandOf(score.bands)};`,
    ],
  });
}

function sumLines({ model }: Layout, { sum, decimals }: Score): Code {
  return sum.map((id) => {
    const factor = 10 ** (decimals - found(model.scores, id).decimals);
    return `sum += score_${checkedId(id)}${factor === 1 ? '' : ` * ${factor}`};`;
  });
}

/** The bands cover every value, so the last one needs no test. */
function bandOf(bands: readonly Band[]): string {
  return bands
    .map((band, index) =>
      index === bands.length - 1 ? String(index) : `${and(between('sum', band, numeral))} ? ${index} : `,
    )
    .join('');
}

function ruleLines(layout: Layout, scope: Scope, score: Score): Code {
  const { groups, rules } = score;
  const open = (group: Group): string => expression(group.when, scope);
  const byId = new Map(groups.map((group) => [group.id, group]));
  return [
    groups.map((group) => [
      `// Group ${checkedId(group.id)} (${place(group.span)})`,
      `let group_${checkedId(group.id)} = 0;`,
      open(group) === 'true' ? null : `const open_${group.id} = ${open(group)};`,
    ]),
    rules.map((rule) => {
      const group = rule.group === null ? undefined : byId.get(rule.group);
      const isGuarded = group !== undefined && open(group) !== 'true';
      const test = and([isGuarded ? `open_${group.id}` : 'true', applies(rule, scope)]);
      const sum = group === undefined ? 'sum' : `group_${checkedId(group.id)}`;
      return [
        `// ${checkedId(rule.id)} (${place(rule.span)})`,
        (isGuarded ? null : addedByBit(layout, rule, sum)) ??
          when(test, `${sum} += ${clamped(rule, pointsOf(rule, score, layout.plan))};`),
      ];
    }),
    groups.map((group) =>
      when(
        open(group) === 'true' ? 'true' : `open_${group.id}`,
        `sum += ${clamped(group, `group_${group.id}`)};`,
      ),
    ),
  ];
}

/** Most rules of a lead ask for one choice: their points times 1 or 0. */
function addedByBit(layout: Layout, rule: Rule, sum: string): string | null {
  const isPlain = rule.cap === null && rule.floor === null && inForce(rule.in_force) === 'true';
  if (rule.kind !== 'lead_rule' || !isPlain) return null;
  const bit = bitOf(layout, rule.when);
  return bit && `${sum} ${rule.points < 0 ? '-' : '+'}= ${numeral(Math.abs(rule.points))} * ${bit};`;
}

/** The value moved under a cap, then over a floor. */
function clamped(
  { cap, floor }: { readonly cap: number | null; readonly floor: number | null },
  value: string,
): string {
  const capped = cap === null ? value : `Math.min(${value}, ${numeral(cap)})`;
  return floor === null ? capped : `Math.max(${capped}, ${numeral(floor)})`;
}

function pointsOf(rule: Rule, score: Score, plan: TallyPlan): string {
  switch (rule.kind) {
    case 'lead_rule':
      return numeral(rule.points);
    case 'event_rule':
      return eventPoints(rule, plan);
    case 'idle_rule':
      return idlePoints(rule, score, plan);
  }
}

/** The most points for which points times millionths stay whole, and their quotient on its side of a whole number. */
const plainPoints = 1_000_000;

function eventPoints(rule: EventRule, plan: TallyPlan): string {
  const { points, fades } = rule;
  const sum = plan.rule(rule);
  if (fades?.kind === 'lose') return sum;
  if (fades?.kind !== 'half_life') return `${numeral(points)} * ${sum}`;
  if (Math.abs(points) > plainPoints) return `faded(${numeral(points)}, ${sum})`;
  const rounded = `Math.floor((${Math.abs(points)} * ${sum} + 500000) / 1000000)`;
  return points < 0 ? `-${rounded}` : rounded;
}

function idlePoints({ points, every_ms, without }: IdleRule, { since }: Score, plan: TallyPlan): string {
  const moments = [without, since].filter((events) => events.length > 0);
  const from = ['created_at', ...moments.map((events) => plan.last(events))];
  const latest = from.length === 1 ? 'created_at' : `Math.max(${from.join(', ')})`;
  return `${numeral(points)} * Math.max(0, Math.floor((asOf - ${latest}) / ${numeral(every_ms)}))`;
}

function personaPhase(layout: Layout): string {
  const scope = rowScope(layout);
  return phase(layout, {
    name: 'findPersona',
    says: 'The first persona that matches.',
    arrays: { persona_of: 'out.persona' },
    body: [
      layout.model.agreement.personas.map((persona, index) => [
        `// ${checkedId(persona.id)} (${place(persona.span)})`,
        chosen(expression(persona.when, scope), `persona_of[row] = ${index + 1};`),
      ]),
      'persona_of[row] = 0;',
    ],
  });
}

function gradePhase(layout: Layout, { order, rows, otherwise }: Grades): string {
  const scope = rowScope(layout);
  return phase(layout, {
    name: 'findGrade',
    says: 'The first row of the grades that holds.',
    arrays: { grade_of: 'out.grade' },
    body: [
      rows.map((row) => [
        `// ${checkedId(row.id)} (${place(row.span)})`,
        chosen(applies(row, scope), `grade_of[row] = ${order.indexOf(row.grade) + 1};`),
      ]),
      `grade_of[row] = ${otherwise === null ? 0 : order.indexOf(otherwise) + 1};`,
    ],
  });
}

/** Ends the row if the test holds. */
export function chosen(test: string, ...body: readonly Code[]): Code {
  return when(test, body, 'continue;');
}
