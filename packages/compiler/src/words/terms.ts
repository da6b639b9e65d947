import type { Agreement } from '../ir/types.ts';
import type { Piece, Phrase, Ref } from './phrase.ts';
import { shortTitle } from './titles.ts';

/** The words of an agreement that mean something fixed, and what each is. */
export interface Terms {
  readonly find: RegExp | null;
  readonly refs: ReadonlyMap<string, Ref>;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
const withoutBrackets = (title: string) => title.replace(/\s*\([^()]*\)\s*$/u, '');

/** A stage's everyday name ("Lead") would be found everywhere; only names that nobody uses by chance are. */
const isTelling = (name: string) => /\p{L}[\s-]\p{L}/u.test(name) || /^\p{Lu}{2,}/u.test(name);

export function readTerms({ terms, stages }: Agreement): Terms {
  const names = [
    ...terms.flatMap(({ id, title }) => namesOf(title).map((name) => [name, { kind: 'term', id }] as const)),
    ...stages.flatMap(({ id, title }) =>
      namesOf(title)
        .filter(isTelling)
        .map((name) => [name, { kind: 'stage', id }] as const),
    ),
  ];
  const refs = new Map<string, Ref>();
  for (const [name, ref] of names.toReversed()) refs.set(name.toLowerCase(), ref);
  const longestFirst = [...refs.keys()].toSorted((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return { find: null, refs };
  const find = new RegExp(
    `(?<![\\p{L}\\p{N}])(${longestFirst.map(escaped).join('|')})(?:s(?![\\p{L}\\p{N}])|(?![\\p{L}\\p{N}]))`,
    'giu',
  );
  return { find, refs };
}

/** `Leads` at the start of "Leads a team" looks like the plural of a lead; with a capital letter nobody can tell. */
const mayBeVerb = (found: string) => /^\p{Lu}\p{Ll}+s$/u.test(found);

const namesOf = (title: string): readonly string[] => [
  ...new Set([withoutBrackets(title), shortTitle({ title })]),
];

/** A text with the first mention of each term made a link; `except` is the term that the text itself explains. */
export function markTerms({ find, refs }: Terms, text: string, except: string | null): Phrase {
  if (find === null) return [text];
  const seen = new Set<string>(except === null ? [] : [except]);
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(find)) {
    const ref = refs.get(String(match[1]).toLowerCase());
    if (ref === undefined || seen.has(ref.id) || mayBeVerb(match[0])) continue;
    seen.add(ref.id);
    pieces.push(text.slice(from, match.index), { text: match[0], ref });
    from = match.index + match[0].length;
  }
  return [...pieces, text.slice(from)].filter((piece) => piece !== '');
}
