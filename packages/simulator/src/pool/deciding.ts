import { type Agreement, type Condition, parts, type Score } from '@smarketing/compiler/ir';

/**
 * The agreement with nothing but what decides which stages a lead comes to, who gets it and which clocks run for it: all that a
 * simulation asks its engine. Smaller and quicker to decide by, and without names of people.
 */
export function decidingPart(agreement: Agreement): Agreement {
  const used = usedNames(agreement);
  const { grades, events, assumptions } = agreement;
  const happens = new Set(assumptions.map((one) => (one.kind === 'behaviour' ? one.event : '')));
  const bare = withoutProse(agreement) as Agreement;
  return {
    ...bare,
    terms: [],
    events: bare.events.filter((_, index) => {
      const { id, enters } = events[index] as Agreement['events'][number];
      return enters !== null || happens.has(id);
    }),
    scores: bare.scores.filter(({ id }) => used.has(id)),
    personas: used.has('persona') ? bare.personas : [],
    grades: grades && used.has('grade') ? bare.grades : null,
    order: bare.order.filter((name) => used.has(name)),
    people: [],
    notices: [],
    acceptance: null,
    rejection: null,
    recycling: [],
    calendars: [],
    // When a clock is due is for the simulation to say: any calendar will do.
    promises: bare.promises.flatMap((promise) =>
      promise.kind === 'clock' || promise.kind === 'attempts' ? [{ ...promise, calendar: 'always' }] : [],
    ),
    assertions: [],
    waivers: [],
    goals: [],
    attribution: null,
    incentives: [],
    meetings: [],
    assumptions: [],
    mappings: [],
    examples: [],
  };
}

/** Scores, `persona` and `grade`, as far as a move, a route or a clock depends on them. */
function usedNames({
  transitions,
  routing,
  promises,
  scores,
  grades,
  personas,
}: Agreement): ReadonlySet<string> {
  const used = new Set<string>();
  const use = (condition: Condition | null): void => {
    for (const name of namesIn(condition)) {
      if (used.has(name)) continue;
      used.add(name);
      if (name === 'grade') for (const { when } of grades?.rows ?? []) use(when);
      else if (name === 'persona') for (const { when } of personas) use(when);
      else for (const inside of insideOf(scores.find(({ id }) => id === name))) use(inside);
    }
  };
  for (const { when, where } of transitions) [when, where].forEach(use);
  for (const { when } of routing?.rows ?? []) use(when);
  for (const promise of promises)
    if (promise.kind === 'clock' || promise.kind === 'attempts') use(promise.when);
  return used;
}

function insideOf(score: Score | undefined): readonly (Condition | null)[] {
  if (!score) return [];
  const parts = score.sum.map((id): Condition => ({ kind: 'present', subject: { kind: 'score', id } }));
  const rules = score.rules.flatMap((rule) => [rule.when, rule.kind === 'event_rule' ? rule.where : null]);
  return [score.when, ...score.groups.map(({ when }) => when), ...rules, ...parts];
}

function namesIn(condition: Condition | null): readonly string[] {
  if (!condition) return [];
  return [...parts(condition)].flatMap((part) => {
    if (!('subject' in part)) return [];
    const { subject } = part;
    if (subject.kind === 'score') return [subject.id];
    return subject.kind === 'grade' || subject.kind === 'persona' ? [subject.kind] : [];
  });
}

/** What is only for people to read. */
const prose = new Set(['span', 'because', 'means', 'definition']);

function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !prose.has(key));
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutProse(child)]));
}
