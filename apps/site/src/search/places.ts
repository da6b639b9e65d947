import type { FoundPage } from './pagefind.ts';

/** A word of a text, and whether it was found. */
export interface Word {
  readonly text: string;
  readonly found: boolean;
}

/** A place on a page where something was found. */
export interface FoundPlace {
  readonly href: string;
  /** How the place begins: its heading, or its first words. */
  readonly title: string;
  readonly excerpt: readonly Word[];
  /** How much of the title was found, from 0 to 1. */
  readonly inTitle: number;
}

const most = { places: 3, title: 12, excerpt: 28, before: 6 } as const;

/** Frames of every page, not places on it. */
const frame: ReadonlySet<string> = new Set(['main', 'contents']);

/** The places of a page where something was found: first those whose heading has it, then those that have it most. */
export function placesOf({
  url,
  raw_content: content,
  anchors,
  locations,
}: FoundPage): readonly FoundPlace[] {
  const words = content.split(/[^\S\uFEFF]+/u).map(plain);
  const known = anchors.filter(({ id }) => !frame.has(id)).toSorted((a, b) => a.location - b.location);
  const within = Map.groupBy(
    locations.toSorted((a, b) => a - b),
    (location) => known.findLastIndex((anchor) => anchor.location <= location),
  );
  const places = [...within].map(([at, found]) => {
    const anchor = known[at];
    const from = anchor?.location ?? 0;
    const to = known[at + 1]?.location ?? words.length;
    const title = titleOf(words.slice(from, to));
    const inTitle =
      found.filter((location) => location < from + title.length).length / Math.max(1, title.length);
    return {
      href: anchor ? `${url}#${anchor.id}` : url,
      title: title.join(' ').replace(/\.$/u, ''),
      excerpt: excerptOf(words, { from, to, found }),
      inTitle,
      found: found.length,
    };
  });
  const best = places.toSorted((a, b) => b.inTitle - a.inTitle || b.found - a.found);
  return best.slice(0, most.places);
}

/** The pages in the order given, but first those on which something is called by what was asked for. */
export function calledFirst<Page extends { readonly places: readonly FoundPlace[] }>(
  pages: readonly Page[],
): readonly Page[] {
  const isCalled = ({ places }: Page): boolean => places.some(({ inTitle }) => inTitle >= 0.25);
  return [...pages.filter(isCalled), ...pages.filter((page) => !isCalled(page))];
}

/** The library writes these two as HTML has them. */
const plain = (word: string): string => word.replaceAll('&lt;', '<').replaceAll('&gt;', '>');

/** The words up to the end of the first sentence, or up to an id, which stands below it. */
function titleOf(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => word.endsWith('.') || word.includes('_'));
  const title = words.slice(0, end < 0 ? words.length : words[end]?.endsWith('.') ? end + 1 : end);
  return title.length > most.title ? [...title.slice(0, most.title), '…'] : title;
}

function excerptOf(
  words: readonly string[],
  { from, to, found }: { readonly from: number; readonly to: number; readonly found: readonly number[] },
): readonly Word[] {
  const start = Math.max(from, (found[0] ?? from) - most.before);
  const all = new Set(found);
  return words
    .slice(start, Math.min(to, start + most.excerpt))
    .map((text, index) => ({ text, found: all.has(start + index) }));
}
