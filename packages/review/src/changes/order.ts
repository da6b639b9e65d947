import { type Book, lowerFirst } from '@smarketing/compiler/words';
import type { Found, Part } from './change.ts';
import { same } from './content.ts';
import { type Item, type Kind, matched, type Pair, type Sides, spanOf, type Told } from './items.ts';

/** How another order of a list is told. */
interface Order<T> extends Pick<Told, 'level' | 'harderFor'> {
  readonly part: Part;
  readonly about: string;
  /** Where several items moved. */
  readonly says: string;
  readonly name: Kind<T>['name'];
  /** What they do one after the other, of one: `is tried`. */
  readonly does: string;
}

/** A list whose items count in their order: told once, if what stays comes in another order. */
export function findOrderChange<T extends Item>(
  { after: book }: Sides,
  lists: Pair<readonly T[]>,
  { name, does, ...told }: Order<T>,
): readonly Found[] {
  const { kept } = matched(lists);
  const stays = new Set(kept.map(({ after }) => after.id));
  const [was, is] = [lists.before, lists.after].map((list) => list.filter(({ id }) => stays.has(id)));
  if (!was || !is || same(idsOf(was), idsOf(is))) return [];
  const moved = movedIn({ before: was, after: is });
  const first = moved?.item ?? is.find(({ id }, at) => was[at]?.id !== id);
  const old = was.find(({ id }) => id === first?.id);
  return [
    {
      verb: 'reordered',
      ...told,
      says: moved ? movedWords(moved, does, { name, book }) : told.says,
      before: old ? spanOf(old) : null,
      after: first ? spanOf(first) : null,
      content: [idsOf(was), idsOf(is)],
    },
  ];
}

const idsOf = (list: readonly Item[]): readonly string[] => list.map(({ id }) => id);

interface Moved<T> {
  readonly item: T;
  readonly where: 'before' | 'after';
  readonly other: T;
}

/** The one item without which the order is the same, if there is one, and beside what it comes now: one that comes sooner or later. */
function movedIn<T extends Item>({ before, after }: Pair<readonly T[]>): Moved<T> | undefined {
  const first = after.findIndex(({ id }, at) => before[at]?.id !== id);
  const [sooner, next] = after.slice(first);
  if (sooner && next && same(idsBut(before, sooner), idsBut(after, sooner)))
    return { item: sooner, where: 'before', other: next };
  const later = after.findIndex(({ id }) => id === before[first]?.id);
  const [other, item] = after.slice(later - 1);
  return other && item && same(idsBut(before, item), idsBut(after, item))
    ? { item, where: 'after', other }
    : undefined;
}

function idsBut(list: readonly Item[], { id: left }: Item): readonly string[] {
  return idsOf(list).filter((id) => id !== left);
}

function movedWords<T>(
  { item, where, other }: Moved<T>,
  does: string,
  { name, book }: { readonly name: Kind<T>['name']; readonly book: Book },
): string {
  return `${name(item, book)} ${does} ${where} ${lowerFirst(name(other, book))}.`;
}
