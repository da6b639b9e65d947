import type { Assumption } from '@smarketing/compiler/ir';
import { type Book, lowerFirst } from '@smarketing/compiler/words';
import type { Found } from '../change.ts';
import { contentBut } from '../content.ts';
import { findItemChanges, type Kind, type Pair, type Sides, wording } from '../items.ts';
import { assumed, type Assumed } from '../words/assumed.ts';

/** Assumptions are known by their kind too: one of another kind is another one. */
const withKind = (all: readonly Assumption[]): readonly Assumption[] =>
  all.map((one) => ({ ...one, id: `${one.kind}.${one.id}` }));

const name = ({ kind, id }: Assumption): string => `The assumption “${id.slice(kind.length + 1)}”`;

/** They decide nothing about any lead; the forecast rests on them. */
const assumptions: Kind<Assumption> = {
  part: 'assumption',
  name,
  added: (assumption, book) => ({ level: 'notable', harderFor: 'nobody', more: firstOf(assumption, book) }),
  removed: (assumption, book) => ({ level: 'notable', harderFor: 'nobody', more: firstOf(assumption, book) }),
  aspects: [
    {
      of: (assumption) => contentBut(assumption, 'source', 'as_of', 'because'),
      tell: (pair, sides) => ({
        verb: 'changed',
        says: numbersApart(pair, sides),
        level: 'notable',
        harderFor: 'nobody',
      }),
    },
    wording('where it comes from', ({ source, as_of: day, because }) => [source, day, because], name),
  ],
};

function firstOf(assumption: Assumption, book: Book): string {
  const [first] = assumed(book, assumption);
  return first ? `: ${lowerFirst(first.what)} is ${valuesOf(first.values)}` : '';
}

/** Each number that is another one; where they are of something else, of what. */
function numbersApart({ before, after }: Pair<Assumption>, sides: Sides): string {
  const [was, is] = [assumed(sides.before, before), assumed(sides.after, after)];
  const said = is.flatMap((one, at) => numberApart(was[at], one));
  const [from, to] = [was[0]?.what ?? '', is[0]?.what ?? ''];
  if (from !== to)
    return [
      `${name(after)} is about something else: ${lowerFirst(to)}; before: ${lowerFirst(from)}.`,
      ...said,
    ].join(' ');
  return said.length > 0 ? said.join(' ') : `${name(after)} says something else.`;
}

function numberApart(was: Assumed | undefined, { what, values }: Assumed): readonly string[] {
  const old = was?.values ?? [];
  const [come, gone] = [
    values.filter((one) => !old.includes(one)),
    old.filter((one) => !values.includes(one)),
  ];
  if (come.length === 0 && gone.length === 0) return [];
  return [`${what} is assumed to be ${valuesOf(come)}; before: ${valuesOf(gone)}.`];
}

/** More than this are counted, not told. */
const mostValues = 7;

function valuesOf(values: readonly string[]): string {
  if (values.length === 0) return 'not said';
  const more = values.length - mostValues;
  return `${values.slice(0, mostValues).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Changes of what the forecast rests on. */
export function findAssumptionChanges(sides: Sides): readonly Found[] {
  const [before, after] = [sides.before, sides.after].map(({ agreement }) => withKind(agreement.assumptions));
  return findItemChanges(sides, { before: before ?? [], after: after ?? [] }, assumptions);
}
