/** What a piece of a sentence points to. */
export type RefKind =
  | 'calendar'
  | 'event'
  | 'field'
  | 'goal'
  | 'grade'
  | 'persona'
  | 'promise'
  | 'queue'
  | 'score'
  | 'stage'
  | 'term';

export interface Ref {
  readonly kind: RefKind;
  readonly id: string;
}

/** A text, or a text that names something which is explained elsewhere. */
export type Piece = string | { readonly text: string; readonly ref: Ref };

/** A part of a sentence, ready to be shown with or without its links. */
export type Phrase = readonly Piece[];

export const named = (text: string, kind: RefKind, id: string): Piece => ({ text, ref: { kind, id } });

const isPhrase = (part: Piece | Phrase): part is Phrase => Array.isArray(part);

/** Puts parts together, texts that touch into one. */
export function say(...parts: readonly (Piece | Phrase)[]): Phrase {
  const out: Piece[] = [];
  for (const piece of parts.flatMap((part) => (isPhrase(part) ? part : [part]))) {
    const last = out.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') out[out.length - 1] = last + piece;
    else if (piece !== '') out.push(piece);
  }
  return out;
}

/**
 * ```ts
 * listed(['VP', 'director', 'C-level'], 'or') // 'VP, director or C-level'
 * ```
 */
export function listed(items: readonly (Piece | Phrase)[], word: 'and' | 'or'): Phrase {
  return say(
    ...items.flatMap((item, i) => {
      if (i === 0) return [item];
      return [i === items.length - 1 ? ` ${word} ` : ', ', item];
    }),
  );
}

export const separated = (items: readonly (Piece | Phrase)[], separator: string): Phrase =>
  say(...items.flatMap((item, i) => (i === 0 ? [item] : [separator, item])));

/** The words alone. */
export const plain = (phrase: Phrase): string =>
  phrase.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

/** A label inside a sentence: `Asked for a demo` → `asked for a demo`, but `VP` and `LinkedIn page` stay. */
export function lowerFirst(text: string): string {
  return /^\S\S*\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The phrase as the start of a sentence. */
export const sentence = (phrase: Phrase): Phrase => startingWith(upperFirst, phrase);

/** The phrase with its first text changed. */
export const startingWith = (change: (text: string) => string, phrase: Phrase): Phrase =>
  phrase.map((piece, index) => {
    if (index > 0) return piece;
    return typeof piece === 'string' ? change(piece) : { ...piece, text: change(piece.text) };
  });

export const quoted = (text: string): string => `“${text}”`;
