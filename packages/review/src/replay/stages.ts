import type { Agreement, Decision } from '@smarketing/compiler/ir';

/** The stage in which rules hand leads over to sales: the first that is routed, else the last to which a rule leads. */
export function handoverStage({ stages, transitions, routing }: Agreement): string | undefined {
  const funnel = stages.filter(({ exit }) => !exit);
  const isReached = (id: string): boolean => transitions.some(({ by, to }) => by === 'rule' && to === id);
  const routed = funnel.find(({ id }) => routing?.stages.includes(id) && isReached(id));
  return (routed ?? funnel.findLast(({ id }) => isReached(id)))?.id;
}

/** The stage in which a lead is won: the end of the funnel. */
export function wonStage({ stages }: Agreement): string {
  return stages.findLast(({ exit }) => !exit)?.id ?? '';
}

/** What became of a lead, by where it is recorded and where it ever was. */
export function outcomeIn(
  agreement: Agreement,
): (lead: {
  readonly events: readonly { readonly event: string }[];
  readonly was: Decision;
}) => 'won' | 'lost' | null {
  const won = wonStage(agreement);
  const entries = new Set(agreement.events.filter(({ enters }) => enters === won).map(({ id }) => id));
  const exits = new Set(agreement.stages.filter(({ exit }) => exit).map(({ id }) => id));
  return ({ events, was }) => {
    // What the decision itself would move did not happen.
    const recorded = was.moves[0]?.from ?? was.stage;
    if (recorded === won || events.some(({ event }) => entries.has(event))) return 'won';
    return exits.has(recorded) ? 'lost' : null;
  };
}

/** Makes of a lead as it comes in one that had not yet come to any stage: without the events that tell that it did. */
export function anewIn({ events: types }: Pick<Agreement, 'events'>): (input: unknown) => unknown {
  const entries = new Set(types.flatMap(({ id, enters }) => (enters === null ? [] : [id])));
  return (input) => {
    const { events } = input as { events?: readonly { readonly event: string }[] | null };
    if (!events?.some(({ event }) => entries.has(event))) return input;
    return { ...(input as object), events: events.filter(({ event }) => !entries.has(event)) };
  };
}
