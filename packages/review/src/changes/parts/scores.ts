import type { Group, Score } from '@smarketing/compiler/ir';
import { type Book, eventList, limitsOf, plain } from '@smarketing/compiler/words';
import { whenAspect } from '../aspects.ts';
import type { Found, HarderFor } from '../change.ts';
import { contentBut } from '../content.ts';
import { type Aspect, findItemChanges, type Kind, matched, type Sides, wasAndIs, wording } from '../items.ts';
import { findBandChanges } from './bands.ts';
import { findRuleChanges } from './rules.ts';

const name = ({ title }: Score): string => `The score “${title}”`;

type Limited = { readonly id: string; readonly cap: number | null; readonly floor: number | null };

/** Caps and floors: what lets more points through is harder for sales, what takes points away for marketing. */
export function limitsAspect<T extends Limited>(named: (item: T) => string, decimals: number): Aspect<T> {
  const words = (item: T): string => limitsOf(item, decimals) ?? 'without limits';
  const reach = ({ cap, floor }: T): number => (cap ?? 1e9) + (floor ?? -1e9);
  return {
    of: ({ cap, floor }) => [cap, floor],
    tell: ({ before, after }) => {
      const isMore = reach(after) > reach(before);
      return {
        verb: isMore ? 'raised' : 'lowered',
        says: `${named(after)} has ${words(after)}; before: ${words(before)}.`,
        level: 'notable',
        harderFor: isMore ? 'sales' : 'marketing',
      };
    },
  };
}

function groupsOf({ title, decimals }: Score): Kind<Group> {
  const named = ({ id }: Group): string => `The group “${id}” of the score “${title}”`;
  const effect = { wider: (): HarderFor => 'both', narrower: (): HarderFor => 'both' };
  return {
    part: 'group',
    name: named,
    added: () => ({ level: 'notable', harderFor: 'both' }),
    removed: () => ({ level: 'notable', harderFor: 'both' }),
    aspects: [limitsAspect(named, decimals), whenAspect(named, effect)],
  };
}

function scoresOf({ decimals }: Score): Kind<Score> {
  const effect = { wider: (): HarderFor => 'sales', narrower: (): HarderFor => 'marketing' };
  return {
    part: 'score',
    name,
    added: () => ({ level: 'notable', harderFor: 'nobody' }),
    removed: () => ({ level: 'breaking', harderFor: 'both' }),
    renamed: () => ({ level: 'breaking', harderFor: 'nobody' }),
    aspects: [
      limitsAspect(name, decimals),
      whenAspect(name, effect),
      {
        of: ({ sum, decimals: places }) => [sum, places],
        tell: ({ before, after }) => ({
          verb: 'redefined',
          says: `${name(after)} is added up otherwise.`,
          ...wasAndIs(before.sum, after.sum),
          level: 'notable',
          harderFor: 'both',
        }),
      },
      {
        of: ({ since }) => since,
        tell: ({ before, after }, sides) => ({
          verb: 'changed',
          says: `${name(after)} starts anew ${sinceWords(sides.after, after)}; before: ${sinceWords(sides.before, before)}.`,
          level: 'notable',
          harderFor: 'both',
        }),
      },
      {
        of: ({ tables }) => tables,
        tell: ({ after }) => ({
          verb: 'changed',
          says: `${name(after)} promises something else about its tables of points.`,
          level: 'notable',
          harderFor: 'both',
        }),
      },
      wording('the title', ({ title }) => title, name),
      wording('what it means', ({ means }) => means, name),
    ],
  };
}

function sinceWords(book: Book, { since }: Score): string {
  return since.length === 0 ? 'never' : `when a lead ${plain(eventList(book, since))}`;
}

/** Changes of the scores themselves, and inside those that stay. */
export function findScoreChanges(sides: Sides): readonly Found[] {
  const lists = { before: sides.before.agreement.scores, after: sides.after.agreement.scores };
  const heads = { before: lists.before.map(headOf), after: lists.after.map(headOf) };
  const { kept, renamed } = matched(lists);
  const essence = (head: Score): unknown => {
    const score = [...lists.before, ...lists.after].find(
      ({ id, span }) => id === head.id && span === head.span,
    );
    return score && contentBut(score);
  };
  const own = matched(heads, { essence });
  const pairs = [...own.kept, ...own.renamed];
  const changed = pairs.flatMap((pair) =>
    findItemChanges(
      sides,
      { before: [pair.before], after: [pair.after] },
      { ...scoresOf(pair.after), essence },
    ),
  );
  const others = [...own.added, ...own.removed].flatMap((score) => {
    const isNew = own.added.includes(score);
    return findItemChanges(
      sides,
      { before: isNew ? [] : [score], after: isNew ? [score] : [] },
      scoresOf(score),
    );
  });
  const inside = [...kept, ...renamed].flatMap((pair) => [
    ...findItemChanges(sides, { before: pair.before.groups, after: pair.after.groups }, groupsOf(pair.after)),
    ...findRuleChanges(sides, pair),
    ...findBandChanges(sides, pair),
  ]);
  return [...changed, ...others, ...inside];
}

/** A score without what is told piece by piece. */
function headOf(score: Score): Score {
  return { ...score, rules: [], groups: [], bands: [] };
}
