import type { Party, SourceSpan } from '@smarketing/compiler/ir';
import type { Book } from '@smarketing/compiler/words';
import type { Found, HarderFor, Level, Part, Verb } from './change.ts';
import { contentBut, same } from './content.ts';
import { textsApart } from './words/apart.ts';

/** Both versions of an agreement. */
export interface Sides {
  readonly before: Book;
  readonly after: Book;
}

/** Something that an agreement has by name, and where it stands. */
export interface Item {
  readonly id: string;
  readonly span?: SourceSpan;
}

export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** What is told of one change; the rest is known from where it was found. */
export interface Told {
  readonly verb: Verb;
  readonly says: string;
  readonly was?: string | null;
  readonly is?: string | null;
  readonly level: Level;
  readonly harderFor: HarderFor;
  /** Another part than that of the item, and its name. */
  readonly part?: Part;
  readonly about?: string;
}

/** One thing that can change about an item, and how that is told. */
export interface Aspect<T> {
  /** What is compared; the fingerprint is of it. */
  readonly of: (item: T) => unknown;
  readonly tell: (pair: Pair<T>, sides: Sides) => readonly Told[] | Told;
}

/** How the changes of a list of items are told. */
export interface Kind<T> {
  readonly part: Part;
  /** As a sentence begins: `The route “dach”`. */
  readonly name: (item: T, book: Book) => string;
  readonly added: (item: T, book: Book) => Pick<Told, 'level' | 'harderFor'> & { readonly more?: string };
  readonly removed: (item: T, book: Book) => Pick<Told, 'level' | 'harderFor'> & { readonly more?: string };
  readonly renamed?: (pair: Pair<T>) => Pick<Told, 'level' | 'harderFor'>;
  readonly aspects: readonly Aspect<T>[];
  /** What two items of different names have in common that are one, renamed; all but the name, if it is not said. */
  readonly essence?: (item: T) => unknown;
}

/** Changes of a list whose order means nothing. */
export function findItemChanges<T extends Item>(
  sides: Sides,
  lists: Pair<readonly T[]>,
  kind: Kind<T>,
): readonly Found[] {
  const { added, removed, kept, renamed } = matched(lists, kind);
  return [
    ...removed.map((item) => removedChange(sides, item, kind)),
    ...added.map((item) => addedChange(sides, item, kind)),
    ...renamed.flatMap((pair) => [
      renamedChange(sides, pair, kind),
      ...aspectChanges(sides, { before: { ...pair.before, id: pair.after.id }, after: pair.after }, kind),
    ]),
    ...kept.flatMap((pair) => aspectChanges(sides, pair, kind)),
  ];
}

export interface Matched<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly kept: readonly Pair<T>[];
  readonly renamed: readonly Pair<T>[];
}

/** Items of two lists by their names; one that went and one that came with the same content is one, renamed. */
export function matched<T extends Item>(
  { before, after }: Pair<readonly T[]>,
  { essence = (item) => contentBut(item) }: Pick<Kind<T>, 'essence'> = {},
): Matched<T> {
  const [was, is] = [before, after].map((list) => new Map(list.map((item) => [item.id, item])));
  const gone = before.filter(({ id }) => !is?.has(id));
  const come = after.filter(({ id }) => !was?.has(id));
  const taken = new Set<T>();
  const renamed = gone.flatMap((one) => {
    const other = come.find((item) => !taken.has(item) && same(essence(item), essence(one)));
    if (!other) return [];
    taken.add(other).add(one);
    return [{ before: one, after: other }];
  });
  return {
    added: come.filter((item) => !taken.has(item)),
    removed: gone.filter((item) => !taken.has(item)),
    kept: after.flatMap((item) => {
      const one = was?.get(item.id);
      return one ? [{ before: one, after: item }] : [];
    }),
    renamed,
  };
}

function addedChange<T extends Item>({ after }: Sides, item: T, kind: Kind<T>): Found {
  const { more = '', ...told } = kind.added(item, after);
  const says = `${kind.name(item, after)} is new${more}.`;
  return {
    part: kind.part,
    verb: 'added',
    about: item.id,
    says,
    ...told,
    before: null,
    after: spanOf(item),
    content: [null, item],
  };
}

function removedChange<T extends Item>({ before }: Sides, item: T, kind: Kind<T>): Found {
  const { more = '', ...told } = kind.removed(item, before);
  const says = `${kind.name(item, before)} is taken out${more}.`;
  return {
    part: kind.part,
    verb: 'removed',
    about: item.id,
    says,
    ...told,
    before: spanOf(item),
    after: null,
    content: [item, null],
  };
}

function renamedChange<T extends Item>({ before }: Sides, pair: Pair<T>, kind: Kind<T>): Found {
  return {
    part: kind.part,
    verb: 'renamed',
    about: pair.after.id,
    says: `${kind.name(pair.before, before)} is now called “${pair.after.id}”.`,
    ...(kind.renamed?.(pair) ?? { level: 'wording', harderFor: 'nobody' }),
    before: spanOf(pair.before),
    after: spanOf(pair.after),
    content: [pair.before.id, pair.after.id],
  };
}

/** Each aspect that differs; where none of them tells of a difference, that there is one. */
export function aspectChanges<T extends Item>(
  sides: Sides,
  pair: Pair<T>,
  kind: Pick<Kind<T>, 'aspects' | 'part' | 'name'>,
): readonly Found[] {
  const { before, after } = pair;
  if (same(before, after)) return [];
  const places = { before: spanOf(before), after: spanOf(after) };
  const found = kind.aspects.flatMap(({ of, tell }): Found[] => {
    const content = [of(before), of(after)] as const;
    if (same(...content)) return [];
    return [tell(pair, sides)]
      .flat()
      .map((told) => ({ part: kind.part, about: after.id, ...told, ...places, content }));
  });
  if (found.length > 0) return found;
  return [
    {
      part: kind.part,
      verb: 'changed',
      about: after.id,
      says: `${kind.name(after, sides.after)} says something else.`,
      level: 'notable',
      harderFor: 'both',
      ...places,
      content: [before, after],
    },
  ];
}

export function spanOf({ span }: Item): SourceSpan | null {
  return span ?? null;
}

/** The other one of the two teams. */
export function otherParty(party: Party): Party {
  return party === 'sales' ? 'marketing' : 'sales';
}

/** Texts that decide nothing: the same in other words. */
export function wording<T extends Item>(
  what: string,
  of: (item: T) => unknown,
  name: Kind<T>['name'],
): Aspect<T> {
  return {
    of,
    tell: ({ before, after }, sides) => ({
      verb: 'reworded',
      ...apart(`${name(after, sides.after)}: ${what} is worded otherwise`, of(before), of(after)),
      level: 'wording',
      harderFor: 'nobody',
    }),
  };
}

/** A sentence that shows both texts, if they are some. */
export function apart(what: string, before: unknown, after: unknown): Pick<Told, 'says' | 'was' | 'is'> {
  const { was = null, is = null } = wasAndIs(before, after);
  return { says: (was ?? is) ? `${what}: ${textsApart(was, is)}` : `${what}.`, was, is };
}

/** Two values as texts, for what was and what is. */
export function wasAndIs(before: unknown, after: unknown): Pick<Told, 'was' | 'is'> {
  return { was: textOf(before), is: textOf(after) };
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return null;
  const texts = value.filter((item) => item !== null).map(textOf);
  return texts.includes(null) ? null : texts.join('; ');
}
