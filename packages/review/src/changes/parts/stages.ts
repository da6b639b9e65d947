import type { Stage } from '@smarketing/compiler/ir';
import {
  duration,
  eventList,
  lowerFirst,
  ownerTitles,
  plain,
  stageName,
  type Book,
} from '@smarketing/compiler/words';
import type { Found, HarderFor } from '../change.ts';
import { apart, findItemChanges, type Kind, type Sides, type Told, wasAndIs, wording } from '../items.ts';
import { findOrderChange } from '../order.ts';
import { quotedList } from '../words/phrases.ts';

const name = ({ title }: Stage): string => `The stage “${title}”`;

const ownerOf = ({ owner }: Stage): HarderFor => (owner === 'shared' || owner === null ? 'both' : owner);

const stages: Kind<Stage> = {
  part: 'stage',
  name,
  added: (stage) => ({ level: 'notable', harderFor: ownerOf(stage) }),
  removed: () => ({ level: 'breaking', harderFor: 'both' }),
  renamed: () => ({ level: 'breaking', harderFor: 'nobody' }),
  aspects: [
    {
      of: ({ definition, not }) => [definition, not],
      tell: ({ before, after }) => ({
        verb: 'redefined',
        ...definedApart(before, after),
        level: 'notable',
        harderFor: 'both',
      }),
    },
    {
      of: ({ owner }) => owner,
      tell: ({ before, after }) => ({
        verb: 'moved',
        says: `${name(after)} belongs to ${ownerWords(after)}; before: ${ownerWords(before)}.`,
        level: 'breaking',
        harderFor: ownerOf(after),
      }),
    },
    {
      of: ({ stale_after: limit }) => limit,
      tell: ({ before, after }, sides) => {
        const [was, is] = [limitWords(before, sides.before), limitWords(after, sides.after)];
        const [long, short] = [after, before].map((one) => one.stale_after?.after_ms ?? Infinity);
        const isLonger = (long ?? 0) > (short ?? 0);
        return {
          verb: long === short ? 'changed' : isLonger ? 'loosened' : 'tightened',
          says: `A lead that is forgotten in ${stageName(sides.after, after.id)} goes on otherwise: ${is}; before: ${was}.`,
          level: 'notable',
          harderFor: isLonger ? 'nobody' : ownerOf(after),
        };
      },
    },
    {
      of: ({ exit, end, zone }) => [exit, end, zone],
      tell: ({ after }) => ({
        verb: 'changed',
        says: `${name(after)} has another place in the funnel.`,
        level: 'breaking',
        harderFor: 'both',
      }),
    },
    {
      of: ({ reasons }) => reasons,
      tell: ({ before, after }) => ({
        verb: 'changed',
        says: `${name(after)} has other reasons: ${quotedList(after.reasons.map(({ label }) => label))}; before: ${quotedList(before.reasons.map(({ label }) => label))}.`,
        level: before.reasons.every(({ id }) => after.reasons.some((one) => one.id === id))
          ? 'notable'
          : 'breaking',
        harderFor: 'nobody',
      }),
    },
    {
      of: ({ title }) => title,
      tell: ({ before, after }) => ({
        verb: 'renamed',
        says: `The stage “${before.title}” is now called “${after.title}”.`,
        level: 'notable',
        harderFor: 'nobody',
      }),
    },
    wording('why nothing leads back', ({ final_because: because }) => because, name),
  ],
};

function definedApart(before: Stage, after: Stage): Pick<Told, 'says' | 'was' | 'is'> {
  const definition = apart(`${name(after)} is defined otherwise`, before.definition, after.definition);
  const not = apart(`What ${lowerFirst(name(after))} is not is another thing`, before.not, after.not);
  if (before.not === after.not) return definition;
  if (before.definition === after.definition) return not;
  return {
    says: `${definition.says} ${not.says}`,
    ...wasAndIs([before.definition, before.not], [after.definition, after.not]),
  };
}

const ownerWords = ({ owner }: Stage): string =>
  owner === null ? 'nobody' : ownerTitles[owner].toLowerCase();

function limitWords({ stale_after: limit }: Stage, book: Book): string {
  if (limit === null) return 'never';
  const unless = limit.without.length === 0 ? '' : ` without this: ${plain(eventList(book, limit.without))}`;
  return `after ${duration(limit.after_ms)}${unless}, to ${stageName(book, limit.to)}`;
}

/** Changes of the stages; how leads move between them is told with the transitions. */
export function findStageChanges(sides: Sides): readonly Found[] {
  const lists = { before: sides.before.agreement.stages, after: sides.after.agreement.stages };
  const order = {
    part: 'stage',
    about: 'stages',
    says: 'The stages come in another order.',
    name,
    does: 'comes',
    level: 'breaking',
    harderFor: 'both',
  } as const;
  return [...findItemChanges(sides, lists, stages), ...findOrderChange(sides, lists, order)];
}
