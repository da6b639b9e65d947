import type { Acceptance, Recycling, Rejection } from '@smarketing/compiler/ir';
import { eventList, plain, stageName } from '@smarketing/compiler/words';
import type { Found, Part } from '../change.ts';
import { apart, type Aspect, findItemChanges, type Item, type Kind, type Sides } from '../items.ts';
import { quotedList } from '../words/phrases.ts';

type Step = Item & (Acceptance | Rejection);

function stepsOf<T extends Step>(part: Part, named: string, more: Aspect<T>): Kind<T> {
  const name = (): string => named;
  return {
    part,
    name,
    added: () => ({ level: 'notable', harderFor: 'sales' }),
    removed: () => ({ level: 'breaking', harderFor: 'marketing' }),
    aspects: [
      {
        of: ({ on }) => on,
        tell: ({ before, after }, sides) => ({
          verb: 'redefined',
          says: `${named} is when it happens that: ${plain(eventList(sides.after, after.on))}; before: ${plain(eventList(sides.before, before.on))}.`,
          level: 'notable',
          harderFor: 'both',
        }),
      },
      {
        of: ({ means }) => means,
        tell: ({ before, after }) => ({
          verb: 'redefined',
          ...apart(`${named} means something else`, before.means, after.means),
          level: 'notable',
          harderFor: 'both',
        }),
      },
      more,
    ],
  };
}

const acceptance = stepsOf<Item & Acceptance>('acceptance', 'Acceptance', {
  of: ({ checklist }) => checklist,
  tell: ({ before, after }) => {
    const isMore = after.checklist.length > before.checklist.length;
    return {
      verb: 'changed',
      ...apart('The checklist of acceptance is another one', before.checklist, after.checklist),
      level: 'notable',
      harderFor: isMore ? 'marketing' : 'sales',
    };
  },
});

const rejection = stepsOf<Item & Rejection>('rejection', 'Rejection', {
  of: ({ reasons }) => reasons,
  tell: ({ before, after }) => {
    const [was, is] = [before, after].map(({ reasons }) => reasons.map(({ label }) => label));
    const isKept = before.reasons.every(({ id }) => after.reasons.some((one) => one.id === id));
    return {
      verb: 'changed',
      says: `Sales can send a lead back for these reasons: ${quotedList(is ?? [])}; before: ${quotedList(was ?? [])}.`,
      level: isKept ? 'notable' : 'breaking',
      harderFor: isKept ? 'marketing' : 'sales',
    };
  },
});

const name = ({ id }: Recycling): string => `The way of recycling “${id}”`;

const recycling: Kind<Recycling> = {
  part: 'recycling',
  name,
  added: ({ owner }) => ({ level: 'notable', harderFor: owner }),
  removed: ({ owner }) => ({ level: 'notable', harderFor: owner === 'sales' ? 'marketing' : 'sales' }),
  aspects: [
    {
      of: ({ owner }) => owner,
      tell: ({ before, after }) => ({
        verb: 'moved',
        says: `${name(after)} is the work of ${after.owner}; before: of ${before.owner}.`,
        level: 'breaking',
        harderFor: after.owner,
      }),
    },
    {
      of: ({ does }) => does,
      tell: ({ before, after }) => ({
        verb: 'redefined',
        ...apart(`${name(after)} does something else`, before.does, after.does),
        level: 'notable',
        harderFor: after.owner,
      }),
    },
    {
      of: ({ exit, reasons }) => [exit, reasons],
      tell: ({ before, after }, sides) => ({
        verb: 'changed',
        says: `${name(after)} is for leads that left to ${stageName(sides.after, after.exit)} for these reasons: ${quotedList(after.reasons)}; before: ${quotedList(before.reasons)}.`,
        level: 'notable',
        harderFor: after.owner,
      }),
    },
  ],
};

const one = <T extends object>(step: T | null, id: string): readonly (T & { id: string })[] =>
  step === null ? [] : [{ ...step, id }];

/** Changes of how sales takes leads, sends them back, and what becomes of these. */
export function findHandoffChanges(sides: Sides): readonly Found[] {
  const [before, after] = [sides.before.agreement, sides.after.agreement];
  return [
    ...findItemChanges(
      sides,
      { before: one(before.acceptance, 'acceptance'), after: one(after.acceptance, 'acceptance') },
      acceptance,
    ),
    ...findItemChanges(
      sides,
      { before: one(before.rejection, 'rejection'), after: one(after.rejection, 'rejection') },
      rejection,
    ),
    ...findItemChanges(sides, { before: before.recycling, after: after.recycling }, recycling),
  ];
}
