import { fold } from './fold.ts';
import type { Agreement, AssignState, Assignment, Decision, Person, Queue } from './types.ts';

/**
 * Who of a queue gets the next lead, and what to keep for the one after it: the reference that every engine is tested
 * against. Nothing but its arguments enters.
 *
 * - `round_robin`: the member whose last turn is longest ago; who had none comes first, in the order of the agreement.
 * - `least_loaded`: the member with the fewest leads in work; of several, whose turn it is.
 * - `by_hand`: nobody.
 *
 * A route to an owner goes to the person of that name. In the state only people and queues of the agreement are kept:
 * who left is forgotten, and who joined has the next turn, once. A queue whose leads are given by hand has no turns.
 *
 * ```ts
 * const { owner, state } = assign(agreement, null, 'enterprise'); // owner: 'AE Berlin'
 * assign(agreement, state, 'enterprise').owner; // 'AE Paris'
 * ```
 */
export function assign(agreement: Agreement, kept: unknown, to: string | Decision['route']): Assignment {
  const state = cleaned(agreement, kept);
  const route = typeof to === 'string' ? { queue: to, owner: null } : to;
  const queue = agreement.queues.find(({ id }) => id === route?.queue);
  const owner = route?.owner ?? null;
  const person =
    owner === null ? nextOf(agreement, state, queue) : agreement.people.find((one) => isNamed(one, owner));
  if (person === undefined) return { person: null, owner, state };
  return { person: person.id, owner: owner ?? person.name, state: given(agreement, state, person, queue) };
}

/** The state when a person has one lead less in work. */
export function release(agreement: Agreement, kept: unknown, person: string): AssignState {
  const { open, turns } = cleaned(agreement, kept);
  const counts = Object.entries(open).map(([id, count]) => [id, id === person ? count - 1 : count] as const);
  return cleaned(agreement, { open: Object.fromEntries(counts), turns });
}

function isNamed({ name }: Person, owner: string): boolean {
  return fold(name) === fold(owner);
}

function nextOf({ people }: Agreement, state: AssignState, queue: Queue | undefined): Person | undefined {
  if (queue === undefined || queue.assign === 'by_hand') return undefined;
  const turns = state.turns[queue.id] ?? [];
  const load = (id: string): number => (queue.assign === 'least_loaded' ? (state.open[id] ?? 0) : 0);
  const [next] = queue.members.toSorted((a, b) => load(a) - load(b) || turns.indexOf(a) - turns.indexOf(b));
  return people.find(({ id }) => id === next);
}

function given(agreement: Agreement, state: AssignState, { id }: Person, queue: Queue | undefined) {
  const turns = queue === undefined ? {} : { [queue.id]: [...(state.turns[queue.id] ?? []), id] };
  return cleaned(agreement, {
    open: { ...state.open, [id]: (state.open[id] ?? 0) + 1 },
    turns: { ...state.turns, ...turns },
  });
}

/** What of a stored value still means something, in the order of the agreement; of two turns of a person the later. */
function cleaned({ people, queues }: Agreement, kept: unknown): AssignState {
  const open = people.flatMap(({ id }) => {
    const count = own(own(kept, 'open'), id);
    return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? [[id, count]] : [];
  });
  const turns = queues.flatMap(({ id, members, assign: by }) => {
    const list = own(own(kept, 'turns'), id);
    const valid =
      Array.isArray(list) && by !== 'by_hand'
        ? list.filter((one, index) => members.includes(one as string) && list.lastIndexOf(one) === index)
        : [];
    return valid.length === 0 ? [] : [[id, valid]];
  });
  return { open: Object.fromEntries(open), turns: Object.fromEntries(turns) };
}

function own(value: unknown, key: string): unknown {
  const isRecord = typeof value === 'object' && value !== null;
  return isRecord && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}
