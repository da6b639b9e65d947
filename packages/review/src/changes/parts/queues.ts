import type { Person, Queue } from '@smarketing/compiler/ir';
import { assignmentWords, type Book, lowerFirst, personCount } from '@smarketing/compiler/words';
import type { Found } from '../change.ts';
import { same } from '../content.ts';
import {
  findItemChanges,
  type Kind,
  otherParty,
  type Pair,
  type Sides,
  type Told,
  wasAndIs,
  wording,
} from '../items.ts';
import { quotedList } from '../words/phrases.ts';

const name = ({ title }: Queue): string => `The queue “${title}”`;

const queues: Kind<Queue> = {
  part: 'queue',
  name,
  added: ({ party }) => ({ level: 'notable', harderFor: party }),
  removed: ({ party }) => ({ level: 'breaking', harderFor: otherParty(party) }),
  renamed: () => ({ level: 'breaking', harderFor: 'nobody' }),
  aspects: [
    { of: ({ members }) => members, tell: tellMembers },
    {
      of: ({ party }) => party,
      tell: ({ before, after }) => ({
        verb: 'moved',
        says: `${name(after)} belongs to ${after.party}; before: ${before.party}.`,
        level: 'breaking',
        harderFor: after.party,
      }),
    },
    {
      of: ({ calendar }) => calendar,
      tell: ({ before, after }, sides) => ({
        verb: 'changed',
        says: `${name(after)} works by ${calendarOf(after, sides.after)}; before: ${calendarOf(before, sides.before)}.`,
        level: 'notable',
        harderFor: 'both',
      }),
    },
    {
      of: ({ assign, manager }) => [assign, manager],
      tell: ({ before, after }, sides) => ({
        verb: 'changed',
        says: givenApart(before, after, sides),
        ...wasAndIs([before.assign, before.manager], [after.assign, after.manager]),
        level: 'notable',
        harderFor: after.party,
      }),
    },
    wording('the title', ({ title }) => title, name),
  ],
};

function givenApart(before: Queue, after: Queue, sides: Sides): string {
  const [was, is] = [managerOf(before, sides.before), managerOf(after, sides.after)];
  const given = `${name(after)} gives out its leads ${assignmentWords[after.assign]}; before: ${assignmentWords[before.assign]}.`;
  const managed = `${name(after)} is managed by ${is}; before: by ${was}.`;
  return [before.assign === after.assign ? [] : given, before.manager === after.manager ? [] : managed]
    .flat()
    .join(' ');
}

function managerOf({ manager }: Queue, { roles }: Book): string {
  return manager === null ? 'nobody' : `“${roles.get(manager)?.title ?? manager}”`;
}

/** Who works a queue: as long as they are as many, nobody has it harder. */
function tellMembers({ before, after }: Pair<Queue>, sides: Sides): Told {
  const [was, is] = [namesOf(before, sides.before), namesOf(after, sides.after)];
  const gone = was.filter((one) => !is.includes(one));
  const come = is.filter((one) => !was.includes(one));
  const told = { verb: 'changed', ...wasAndIs(before.members, after.members), level: 'notable' } as const;
  if (was.length !== is.length) {
    const numbers = `${name(after)} is worked by ${personCount(is.length)}; before: ${personCount(was.length)}`;
    const says = `${[numbers, ...movesOf(come, gone)].join('. ')}.`;
    return { ...told, says, harderFor: is.length > was.length ? 'nobody' : after.party };
  }
  if (gone.length > 0) {
    const at = `at ${lowerFirst(name(after))}`;
    const says =
      gone.length === 1
        ? `${quotedList(come)} takes the place of ${quotedList(gone)} ${at}.`
        : `${quotedList(come)} take the places of ${quotedList(gone)} ${at}.`;
    return { ...told, says, harderFor: 'nobody' };
  }
  const people = `The people of ${lowerFirst(name(after))}`;
  if (same(was, is))
    return { ...told, says: `${people} have other ids.`, level: 'wording', harderFor: 'nobody' };
  const says = `${people} ${orders[after.assign]}: ${quotedList(is)}; before: ${quotedList(was)}.`;
  return { ...told, verb: 'reordered', says, harderFor: 'nobody' };
}

const orders: Readonly<Record<Queue['assign'], string>> = {
  round_robin: 'take turns in another order',
  least_loaded: 'come in another order where they have equally many leads',
  by_hand: 'are listed in another order',
};

function namesOf({ members }: Queue, { people: all }: Book): readonly string[] {
  return members.map((id) => all.get(id)?.name ?? id);
}

function movesOf(come: readonly string[], gone: readonly string[]): readonly string[] {
  return [
    ...(come.length > 0 ? [`New there: ${quotedList(come)}`] : []),
    ...(gone.length > 0 ? [`No longer there: ${quotedList(gone)}`] : []),
  ];
}

function calendarOf({ calendar }: Queue | Person, { calendars }: Sides['after']): string {
  return calendar === null
    ? 'no calendar of its own'
    : `the calendar “${calendars.get(calendar)?.title ?? calendar}”`;
}

const personName = ({ name: said }: Person): string => `The person “${said}”`;

const people: Kind<Person> = {
  part: 'person',
  name: personName,
  added: () => ({ level: 'notable', harderFor: 'nobody' }),
  removed: () => ({ level: 'notable', harderFor: 'nobody' }),
  aspects: [
    {
      of: ({ calendar }) => calendar,
      tell: ({ before, after }, sides) => ({
        verb: 'changed',
        says: `${personName(after)} works by ${calendarOf(after, sides.after)}; before: ${calendarOf(before, sides.before)}.`,
        level: 'notable',
        harderFor: 'both',
      }),
    },
    {
      of: (person) => person.name,
      tell: ({ before, after }) => ({
        verb: 'renamed',
        says: `${personName(before)} is now called “${after.name}” in owner fields.`,
        level: 'notable',
        harderFor: 'nobody',
      }),
    },
  ],
};

/** Changes of who works leads, and of whom they are given to. */
export function findQueueChanges(sides: Sides): readonly Found[] {
  const [before, after] = [sides.before.agreement, sides.after.agreement];
  return [
    ...findItemChanges(sides, { before: before.queues, after: after.queues }, queues),
    ...findItemChanges(sides, { before: before.people, after: after.people }, people),
  ];
}
