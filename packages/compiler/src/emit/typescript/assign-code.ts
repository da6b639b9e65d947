import type { Agreement } from '../../ir/types.ts';
import { checkedId, place } from '../encode/name.ts';
import { literal, union } from '../encode/typescript.ts';
import { block, type Code, lines, sections } from './code.ts';

/** `assign` and `release`, and the queues that they know. */
export function assignCode({ queues, people }: Agreement): string {
  const given = queues.filter(({ assign }) => assign !== 'by_hand');
  const desks = given.map(({ id, assign, members, span }): Code => {
    const ids = [...new Set(members)].map((member) => literal(member));
    return [
      `// ${checkedId(id)} (${place(span)})`,
      `{ id: ${literal(id)}, by: ${literal(assign)}, members: [${ids.join(', ')}] },`,
    ];
  });
  const names = people.map(({ id, name }) => `[${literal(id)}, ${literal(name)}],`);
  return sections(
    lines(
      '/** Queues that find a person for each lead, and the names of people. */',
      block('const staff: Staff =', list('desks', desks), list('people', names)) + ';',
    ),
    assignFunctions,
  );
}

function list(name: string, rows: readonly Code[]): Code {
  return [`${name}: [`, ...rows.flat().map((row) => `  ${String(row)}`), '],'];
}

const assignFunctions = `/** Who of a queue, or of where a decision routes the lead, gets it; and what to keep for the next one. */
export function assign(state: AssignState | null, to: QueueId | Route | null): Assignment {
  return assignIn(staff, state, to) as Assignment;
}

/** The state when a person has one lead less in work. */
export function release(state: AssignState | null, person: PersonId): AssignState {
  return releaseIn(staff, state, person) as AssignState;
}`;

/** The types of what `assign` takes and returns. */
export function assignTypes({ people }: Agreement): string {
  return `/** The people of the agreement. */
export type PersonId =${union(people.map(({ id }) => id))};

/** What to keep from one assignment to the next: a JSON value. What no longer fits the agreement is left out of it. */
export interface AssignState {
  /** How many leads each person has in work. */
  readonly open: Readonly<Partial<Record<PersonId, number>>>;
  /** Of each queue the people who had a turn, the latest one last. */
  readonly turns: Readonly<Partial<Record<QueueId, readonly PersonId[]>>>;
}

/** Who gets a lead. */
export interface Assignment {
  /** \`null\` where people choose by hand, and for an owner whom the agreement does not list. */
  readonly person: PersonId | null;
  /** Their name, as it stands in owner fields. */
  readonly owner: string | null;
  readonly state: AssignState;
}`;
}
