import type { Explanation, Example } from '../ir/types.ts';

/** One thing that an example expects and that came out otherwise. */
export interface Difference {
  readonly what: string;
  readonly expected: string;
  readonly got: string;
  /** The score whose ledger explains it. */
  readonly score: string | null;
}

type Simple = string | number | null;

/** How a moment is written. */
export type Show = (moment: number) => string;

/** What an example expects and the decision does not show. */
export function compareExample(
  { expect }: Example,
  decision: Explanation,
  show: Show,
): readonly Difference[] {
  const found: Difference[] = [];
  const differ = (
    what: string,
    expected: Simple | undefined,
    got: Simple,
    score: string | null = null,
  ): void => {
    if (expected === undefined || expected === got) return;
    found.push({ what, expected: word(expected), got: word(got), score });
  };
  differ('stage', expect.stage, decision.stage);
  for (const [id, points] of Object.entries(expect.scores ?? {}))
    differ(id, points, decision.scores[id] ?? null, id);
  for (const [id, band] of Object.entries(expect.bands ?? {})) {
    differ(`${id} band`, band, decision.bands[id] ?? null, id);
  }
  differ('grade', expect.grade, decision.grade);
  differ('persona', expect.persona, decision.persona);
  differ('route', expect.route, decision.route?.id ?? null);
  differ('queue', expect.queue, decision.route?.queue ?? null);
  differ('owner', expect.owner, decision.route?.owner ?? null);
  for (const [id, promise] of Object.entries(expect.promises ?? {})) {
    const status = decision.promises.find((one) => one.id === id);
    if (promise === null) differ(id, null, status?.state ?? null);
    else {
      differ(id, promise.state, status?.state ?? null);
      const due = status?.due_at ?? null;
      differ(`${id} due`, shown(promise.due, show), due === null ? null : show(due));
    }
  }
  return [...found, ...compareLists({ expect }, decision)];
}

function compareLists({ expect }: Pick<Example, 'expect'>, decision: Explanation): readonly Difference[] {
  const found: Difference[] = [];
  const { notices, reasons = [], not_reasons: never = [] } = expect;
  if (notices && notices.toSorted().join() !== decision.notices.toSorted().join()) {
    found.push({ what: 'notices', expected: list(notices), got: list(decision.notices), score: null });
  }
  const given = new Set(decision.reasons);
  const absent = reasons.filter((id) => !given.has(id));
  const unwanted = never.filter((id) => given.has(id));
  if (absent.length > 0)
    found.push({ what: 'reasons', expected: list(absent), got: 'not among them', score: null });
  if (unwanted.length > 0) {
    found.push({ what: 'reasons', expected: `not ${list(unwanted)}`, got: 'among them', score: null });
  }
  return found;
}

function shown(value: number | null | undefined, show: Show): string | null | undefined {
  return typeof value === 'number' ? show(value) : value;
}

function word(value: Simple): string {
  return value === null ? 'none' : String(value);
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ');
}
