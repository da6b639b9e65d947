import { fold } from './fold.ts';
import { entry, isRecord } from './reading.ts';

/** A queue that finds a person for each lead. */
export interface Desk {
  readonly id: string;
  readonly by: 'round_robin' | 'least_loaded';
  readonly members: readonly string[];
}

/** The queues and people of an agreement; names as they stand in owner fields. */
export interface Staff {
  readonly desks: readonly Desk[];
  readonly people: readonly (readonly [id: string, name: string])[];
}

/** The state of assignments, as an engine's own types say more closely. */
export interface Kept {
  readonly open: Readonly<Record<string, number>>;
  readonly turns: Readonly<Record<string, readonly string[]>>;
}

/** Whose turn it is; and the state afterwards. */
export function assignIn(
  staff: Staff,
  kept: unknown,
  to: string | { readonly queue: string | null; readonly owner: string | null } | null,
): { readonly person: string | null; readonly owner: string | null; readonly state: Kept } {
  const state = cleaned(staff, kept);
  const { queue, owner } = typeof to === 'string' ? { queue: to, owner: null } : (to ?? nowhere);
  const desk = staff.desks.find(({ id }) => id === queue);
  const person =
    owner === null ? nextOf(state, desk) : staff.people.find(([, name]) => fold(name) === fold(owner))?.[0];
  if (person === undefined) return { person: null, owner, state };
  const name = staff.people.find(([id]) => id === person)?.[1] ?? null;
  const open = { ...state.open, [person]: (state.open[person] ?? 0) + 1 };
  const turns = { ...state.turns };
  if (desk !== undefined) turns[desk.id] = [...(turns[desk.id] ?? []), person];
  return { person, owner: owner ?? name, state: cleaned(staff, { open, turns }) };
}

const nowhere = { queue: null, owner: null };

/** One lead of a person is no longer in work. */
export function releaseIn(staff: Staff, kept: unknown, person: string): Kept {
  const { open, turns } = cleaned(staff, kept);
  return cleaned(staff, { open: { ...open, [person]: (open[person] ?? 0) - 1 }, turns });
}

/** Of the members with the fewest leads, or of all, the one whose last turn is longest ago. */
function nextOf({ open, turns }: Kept, desk: Desk | undefined): string | undefined {
  if (desk === undefined) return undefined;
  const had = turns[desk.id] ?? [];
  const load = (id: string): number => (desk.by === 'least_loaded' ? (open[id] ?? 0) : 0);
  return desk.members.toSorted((a, b) => load(a) - load(b) || had.indexOf(a) - had.indexOf(b))[0];
}

/** What of a stored state still means something, in the order of the agreement. */
function cleaned({ desks, people }: Staff, kept: unknown): Kept {
  const open: Record<string, number> = {};
  const turns: Record<string, readonly string[]> = {};
  for (const [id] of people) {
    const count = at(at(kept, 'open'), id);
    if (Number.isSafeInteger(count) && (count as number) > 0) open[id] = count as number;
  }
  for (const { id, members } of desks) {
    const had = at(at(kept, 'turns'), id);
    const list: readonly unknown[] = Array.isArray(had) ? had : [];
    const valid = members.filter((member) => list.includes(member));
    if (valid.length > 0) turns[id] = valid.toSorted((a, b) => list.lastIndexOf(a) - list.lastIndexOf(b));
  }
  return { open, turns };
}

function at(value: unknown, key: string): unknown {
  return isRecord(value) ? entry(value, key) : undefined;
}
