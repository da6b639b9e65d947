import type { Explanation, Expectation } from '../ir/types.ts';

/** Everything of a decision that an example can expect. */
export function observed(decision: Explanation): Required<Omit<Expectation, 'not_reasons'>> {
  const { stage, scores, bands, grade, persona, route, promises, notices, reasons } = decision;
  return {
    stage,
    scores,
    bands,
    grade,
    persona,
    route: route?.id ?? null,
    queue: route?.queue ?? null,
    owner: route?.owner ?? null,
    promises: Object.fromEntries(promises.map(({ id, state, due_at: due }) => [id, { state, due }])),
    notices,
    reasons,
  };
}

/**
 * The least that an example has to expect of the first decision to notice that the second came out instead: the first
 * of its parts that differs, and `about` among the reasons. `undefined` when no example can tell them apart.
 */
export function leastExpectation(
  decision: Explanation,
  other: Explanation,
  about?: string,
): Expectation | undefined {
  const [is, was] = [observed(decision), observed(other)];
  const all = reasonsApart(decision.reasons, other.reasons);
  const reasons = about === undefined ? {} : onlyAbout(about, all);
  for (const key of ['stage', 'persona', 'queue', 'owner', 'route'] as const) {
    if (is[key] !== was[key]) return { [key]: is[key], ...reasons };
  }
  for (const key of ['scores', 'bands'] as const) {
    const id = Object.keys(is[key]).find((id) => is[key][id] !== was[key][id]);
    if (id !== undefined) return { [key]: { [id]: is[key][id] }, ...reasons };
  }
  if (is.grade !== was.grade) return { grade: is.grade, ...reasons };
  const promises = promisesApart(is.promises, was.promises);
  if (Object.keys(promises).length > 0) return { promises, ...reasons };
  if (is.notices.join() !== was.notices.join()) return { notices: is.notices, ...reasons };
  if (Object.keys(reasons).length > 0) return reasons;
  return Object.keys(all).length > 0 ? all : undefined;
}

type Reasons = Pick<Expectation, 'reasons' | 'not_reasons'>;

function reasonsApart(is: readonly string[], was: readonly string[]): Reasons {
  const reasons = is.filter((id) => !was.includes(id));
  const never = was.filter((id) => !is.includes(id));
  return {
    ...(reasons.length > 0 && { reasons }),
    ...(never.length > 0 && { not_reasons: never }),
  };
}

function onlyAbout(about: string, { reasons, not_reasons: never }: Reasons): Reasons {
  return {
    ...(reasons?.includes(about) && { reasons: [about] }),
    ...(never?.includes(about) && { not_reasons: [about] }),
  };
}

type Promised = NonNullable<Expectation['promises']>;

function promisesApart(is: Promised, was: Promised): Promised {
  const ids = new Set([...Object.keys(is), ...Object.keys(was)]);
  const apart = [...ids].filter((id) => JSON.stringify(is[id]) !== JSON.stringify(was[id]));
  return Object.fromEntries(apart.map((id) => [id, is[id] ?? null]));
}
