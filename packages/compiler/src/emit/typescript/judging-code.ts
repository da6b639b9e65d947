import { firstOf } from '../../found.ts';
import type { Band, Score } from '../../ir/types.ts';
import { checkedId, place } from '../encode/name.ts';
import { literal, numeral } from '../encode/typescript.ts';
import { and, block, type Code, lines, sections, when } from './code.ts';
import { expression } from './condition.ts';
import type { Model } from './model.ts';
import { applies, leadScope } from './scope.ts';
import type { TallyPlan } from './tallies.ts';

/** What a decision knows so far. */
export function knownCode({ agreement }: Model): string {
  const scores = agreement.scores.map(({ id }) => `_points_${checkedId(id)}`);
  const first = firstOf(agreement.stages).id;
  return lines(
    '/** What the decision knows so far; scores are whole numbers, times what their functions say. */',
    block(
      'const known =',
      `stage: ${literal(first)} as StageId,`,
      'persona: null as PersonaId | null,',
      'grade: null as GradeId | null,',
      'grade_row: null as ReasonId | null,',
      scores.map((name) => `${name}: 0,`),
    ) + ';',
  );
}

/** The function that finds it out, in the order of dependencies. */
export function judgingCode({ agreement }: Model): string {
  return lines(
    '/** Scores, persona and grade, each once. */',
    block(
      'function judge(lead: Lead, asOf: number): void',
      'tallyEvents(lead, asOf);',
      'known.stage = tally.stage;',
      agreement.order.map(judgeLine),
    ),
  );
}

function judgeLine(name: string): Code {
  if (name === 'persona') return 'known.persona = personaOf(lead, asOf);';
  if (name === 'grade') return 'judgeGrade(lead, asOf);';
  const id = checkedId(name);
  return `known._points_${id} = score_${id}(lead, asOf);`;
}

export function personaCode(model: Model, plan: TallyPlan): string {
  const scope = leadScope(model, plan);
  const personas = model.agreement.personas.map((persona) => [
    `// ${checkedId(persona.id)} (${place(persona.span)})`,
    when(expression(persona.when, scope), `return ${literal(persona.id)};`),
  ]);
  return lines(
    '/** The first persona that matches. */',
    block('function personaOf(lead: Lead, asOf: number): PersonaId | null', personas, 'return null;'),
  );
}

export function gradeCode(model: Model, plan: TallyPlan): string {
  const scope = leadScope(model, plan);
  const { grades } = model.agreement;
  const rows = (grades?.rows ?? []).map((row) => [
    `// ${checkedId(row.id)} (${place(row.span)})`,
    when(applies(row, scope), set(row.grade, row.id), 'return;'),
  ]);
  const otherwise = grades?.otherwise ?? null;
  return lines(
    '/** The first row of the grades that holds. */',
    block(
      'function judgeGrade(lead: Lead, asOf: number): void',
      rows,
      otherwise === null
        ? ['known.grade = null;', 'known.grade_row = null;']
        : set(otherwise, 'grades_otherwise'),
    ),
  );
}

function set(grade: string, row: string): Code {
  return [`known.grade = ${literal(grade)};`, `known.grade_row = ${literal(row)};`];
}

/** A function for each score with bands: they cover every value, so the last one needs no test. */
export function bandCode({ agreement }: Model): string {
  return sections(...agreement.scores.map(bandFunction));
}

function bandFunction({ id, bands, decimals, span }: Score): string | null {
  if (bands.length === 0) return null;
  const rows = bands.map((band, index) =>
    when(index === bands.length - 1 ? 'true' : bandTest(band), `return ${literal(band.id)};`),
  );
  return lines(
    `/** Bands of ${checkedId(id)} (${place(span)}), of points times ${10 ** decimals}. */`,
    block(`function band_${checkedId(id)}(points: number): Decision['bands']['${checkedId(id)}']`, rows),
  );
}

function bandTest({ min, max }: Band): string {
  return and([
    min === null ? 'true' : `points ${min.inclusive ? '>=' : '>'} ${numeral(min.value)}`,
    max === null ? 'true' : `points ${max.inclusive ? '<=' : '<'} ${numeral(max.value)}`,
  ]);
}
