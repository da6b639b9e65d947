import type { Person, Queue } from '@smarketing/compiler/ir';
import { personCount } from '@smarketing/compiler/words';
import type { Found } from '../change.ts';
import { findItemChanges, type Kind, otherParty, type Sides, wasAndIs, wording } from '../items.ts';

const name = ({ title }: Queue): string => `The queue “${title}”`;

const queues: Kind<Queue> = {
  part: 'queue',
  name,
  added: ({ party }) => ({ level: 'notable', harderFor: party }),
  removed: ({ party }) => ({ level: 'breaking', harderFor: otherParty(party) }),
  renamed: () => ({ level: 'breaking', harderFor: 'nobody' }),
  aspects: [
    {
      of: ({ members }) => members,
      tell: ({ before, after }) => {
        const isMore = after.members.length > before.members.length;
        return {
          verb: 'changed',
          says: `${name(after)} is worked by ${personCount(after.members.length)}; before: ${personCount(before.members.length)}.`,
          ...wasAndIs(before.members, after.members),
          level: 'notable',
          harderFor: isMore ? 'nobody' : after.party,
        };
      },
    },
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
      tell: ({ before, after }) => ({
        verb: 'changed',
        says: `${name(after)} gives out its leads otherwise.`,
        ...wasAndIs([before.assign, before.manager], [after.assign, after.manager]),
        level: 'notable',
        harderFor: after.party,
      }),
    },
    wording('the title', ({ title }) => title, name),
  ],
};

function calendarOf({ calendar }: Queue | Person, { calendars }: Sides['after']): string {
  return calendar === null
    ? 'no calendar of its own'
    : `the calendar “${calendars.get(calendar)?.title ?? calendar}”`;
}

const personName = ({ name: said }: Person): string => `“${said}”`;

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
        says: `${personName(before)} is now called ${personName(after)} in owner fields.`,
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
