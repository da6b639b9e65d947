import type { Explanation, Expectation } from '@smarketing/compiler/ir';

/** What an example expects and a decision does not show: `{ stage: 'sql' }`; empty when it holds. */
export function unmet(expectation: Expectation, decision: Explanation): Readonly<Record<string, unknown>> {
  const { scores, bands, grade, persona, stage, notices, reasons, not_reasons: never } = expectation;
  const { route } = decision;
  const shown: readonly (readonly [string, unknown, unknown])[] = [
    ['stage', stage, decision.stage],
    ['grade', grade, decision.grade],
    ['persona', persona, decision.persona],
    ['queue', expectation.queue, route?.queue ?? null],
    ['owner', expectation.owner, route?.owner ?? null],
    ['route', expectation.route, route?.id ?? null],
    ['notices', notices, decision.notices],
    ['reasons', reasons, reasons?.filter((id) => decision.reasons.includes(id))],
    ['not_reasons', never, never?.filter((id) => !decision.reasons.includes(id))],
    ...Object.entries(scores ?? {}).map(
      ([id, points]) => [`score ${id}`, points, decision.scores[id]] as const,
    ),
    ...Object.entries(bands ?? {}).map(([id, band]) => [`band ${id}`, band, decision.bands[id]] as const),
    ...promisesShown(expectation, decision),
  ];
  const wrong = shown.filter(
    ([, expected, got]) => expected !== undefined && JSON.stringify(expected) !== JSON.stringify(got),
  );
  return Object.fromEntries(wrong.map(([what, expected, got]) => [what, { expected, got }]));
}

function promisesShown({ promises = {} }: Expectation, decision: Explanation): [string, unknown, unknown][] {
  return Object.entries(promises).flatMap(([id, expected]): [string, unknown, unknown][] => {
    const status = decision.promises.find((promise) => promise.id === id);
    if (expected === null) return [[id, null, status ?? null]];
    return [
      [`${id} state`, expected.state, status?.state],
      [`${id} due`, expected.due, status?.due_at],
    ];
  });
}
