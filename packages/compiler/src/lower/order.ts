import { found, there } from '../found.ts';
import type { Condition, Grades, Persona, Score } from '../ir/types.ts';
import { parts } from '../ir/visit.ts';
import type { Context } from './context.ts';

interface Computed {
  readonly scores: readonly Score[];
  readonly personas: readonly Persona[];
  readonly grades: Grades | null;
}

/** The order in which scores, `persona` and `grade` can be computed; a circle is reported. */
export function computeOrder(context: Context, computed: Computed): string[] {
  const needs = dependencies(computed);
  const done = new Set<string>();
  const open = new Set<string>();
  const visit = (name: string): void => {
    if (done.has(name)) return;
    if (open.has(name)) {
      const waiting = [...open];
      reportCircle(context, [...waiting.slice(waiting.indexOf(name)), name], computed);
      return;
    }
    open.add(name);
    for (const need of found(needs, name)) visit(need);
    open.delete(name);
    done.add(name);
  };
  for (const name of needs.keys()) visit(name);
  return [...done];
}

function dependencies({ scores, personas, grades }: Computed): Map<string, Set<string>> {
  const needs = new Map<string, Set<string>>();
  for (const score of scores) needs.set(score.id, new Set([...score.sum, ...asked(conditionsOf(score))]));
  if (personas.length > 0) needs.set('persona', asked(personas.map(({ when }) => when)));
  if (grades) needs.set('grade', asked(grades.rows.map(({ when }) => when)));
  for (const [name, set] of needs) needs.set(name, new Set([...set].filter((need) => needs.has(need))));
  return needs;
}

function conditionsOf(score: Score): Condition[] {
  const all = [score.when, ...score.groups.map(({ when }) => when), ...score.rules.map(({ when }) => when)];
  return all.filter((condition) => condition !== null);
}

/** The scores, `persona` and `grade` that conditions ask of. */
function asked(conditions: readonly Condition[]): Set<string> {
  const names = new Set<string>();
  for (const part of conditions.flatMap((condition) => [...parts(condition)])) {
    if (!('subject' in part)) continue;
    if (part.subject.kind === 'score') names.add(part.subject.id);
    if (part.subject.kind === 'persona' || part.subject.kind === 'grade') names.add(part.subject.kind);
  }
  return names;
}

function reportCircle(
  context: Context,
  circle: readonly string[],
  { scores, personas, grades }: Computed,
): void {
  const [first] = circle;
  const span =
    scores.find(({ id }) => id === first)?.span ??
    there(first === 'grade' ? grades?.span : personas[0]?.span, `place of ${first}`);
  context.report('circular-definition', span, { circle: circle.join(' → ') });
}
