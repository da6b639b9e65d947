import type { Explanation, Expectation } from '../../src/ir/index.ts';

/** A decision in the words of what an example expects of it: equal to that, if the example holds. */
export function shown(expected: Expectation, decision: Explanation): Expectation {
  const { route, promises, reasons } = decision;
  const all: Required<Expectation> = {
    stage: decision.stage,
    scores: pick(decision.scores, expected.scores),
    bands: pick(decision.bands, expected.bands),
    grade: decision.grade,
    persona: decision.persona,
    queue: route?.queue ?? null,
    owner: route?.owner ?? null,
    route: route?.id ?? null,
    promises: Object.fromEntries(
      Object.entries(expected.promises ?? {}).map(([id, asked]) => {
        const status = promises.find((promise) => promise.id === id);
        return [
          id,
          status ? pick({ state: status.state, due: status.due_at }, asked ?? { state: null }) : null,
        ];
      }),
    ),
    notices: decision.notices,
    reasons: (expected.reasons ?? []).filter((id) => reasons.includes(id)),
    not_reasons: (expected.not_reasons ?? []).filter((id) => !reasons.includes(id)),
  };
  return pick(all, expected);
}

function pick<T extends object>(value: T, asked: object = {}): T {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key in asked)) as T;
}
