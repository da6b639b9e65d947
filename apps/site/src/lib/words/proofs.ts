import type { Property, Topic } from '@smarketing/compiler';
import type { Score } from '@smarketing/compiler/ir';
import type { Book } from '@smarketing/compiler/words';
import { idHref } from '../links.ts';

export const topicTitles: Readonly<Record<Topic, string>> = {
  leaks: 'No lead leaks',
  dead: 'Nothing is written in vain',
  reach: 'Everything is reached',
  scores: 'Scores do what they say',
  order: 'Better is never worse',
  personas: 'Personas stay apart',
  assertions: 'What both teams assert',
};

export const topicMeanings: Readonly<Record<Topic, string>> = {
  leaks:
    'Every lead that is handed over goes somewhere, every stage that a lead can rest in has an owner and a way on, exits lead back, and no two rules take one lead to different stages.',
  dead: 'Every condition is met by some leads and not by others, every test in it is needed, and every rule and row decides about some lead.',
  reach: 'Some lead gets to every stage, way, grade, band, persona, queue, notice and promise.',
  scores:
    'Between which bounds each score lies, whether caps and floors are met, and whether an event counts twice.',
  order:
    'Stages come in their order, and a better score gives no worse grade unless both teams agreed on that.',
  personas: 'No lead is of two personas, unless both teams agreed on which one counts.',
  assertions: 'What the agreement itself says must always, or never, be so.',
};

export const verdictTitles: Readonly<Record<Property['verdict'], string>> = {
  proved: 'Proved',
  refuted: 'Refuted',
  unknown: 'Not known',
};

/** A large number as people read it: `about 1.4 × 10⁶¹`, or exactly, if it is below a million. */
export type Amount =
  | { readonly kind: 'exact'; readonly says: string }
  | { readonly kind: 'about'; readonly digits: string; readonly power: number };

export function amountOf(n: bigint): Amount {
  if (n < 1_000_000n) return { kind: 'exact', says: inFull(n) };
  const power = String(n).length - 1;
  const unit = 10n ** BigInt(power - 1);
  const tenths = (n + unit / 2n) / unit;
  return tenths === 100n
    ? { kind: 'about', digits: '1', power: power + 1 }
    : { kind: 'about', digits: String(Number(tenths) / 10), power };
}

/** `1,327,104`. */
export const inFull = (n: bigint): string => String(n).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');

/** A part of what is stated: words, or a name of the agreement, with where it stands. */
export interface Fragment {
  readonly text: string;
  readonly code: boolean;
  readonly href: string | null;
}

/**
 * What is stated, with the names in it marked; a test of a personal field shows the field alone.
 *
 * ```ts
 * statement(book, property) // [{ text: 'In the condition of ' }, { text: 'large_companies', code: true, href: '…' }, …]
 * ```
 */
export function statement(
  book: Book,
  { says, about }: Pick<Property, 'says' | 'about'>,
): readonly Fragment[] {
  const own = about !== null && idHref(book.agreement, about) !== null ? `|\\b${about}\\b` : '';
  return says
    .split(new RegExp(`(\`[^\`]+\`|[a-z0-9]+(?:_[a-z0-9]+)+${own})`, 'u'))
    .map((text, at) => (at % 2 === 1 ? nameIn(book, text.replaceAll('`', '')) : words(text)))
    .filter(({ text }) => text !== '');
}

const words = (text: string): Fragment => ({
  text: text.replaceAll(/(?<![\w-])-(?=\d)/gu, '−'),
  code: false,
  href: null,
});

const nameIn = (book: Book, name: string): Fragment => ({
  text: withoutPersonal(book, name),
  code: true,
  href: idHref(book.agreement, name),
});

function withoutPersonal(book: Book, test: string): string {
  const words: readonly string[] = test.match(/\w+/gu) ?? [];
  const fields = [
    ...book.fields.values(),
    ...[...book.events.values()].flatMap(({ properties }) => properties),
  ];
  const personal = fields.find(
    ({ id, personal: isPersonal }) => isPersonal && words.includes(id) && test !== id,
  );
  return personal ? `${personal.id}: …` : test;
}

/** `between 0 and 75`, as it is proved of a score. */
export function provedBounds(properties: readonly Property[], { id }: Score): string | null {
  const start = `${id} lies between `;
  const found = properties.find(
    ({ topic, about, says, verdict }) =>
      topic === 'scores' && about === id && verdict === 'proved' && says.startsWith(start),
  );
  const [, low, high] = /between (-?[\d.]+) and (-?[\d.]+)\.$/u.exec(found?.says ?? '') ?? [];
  return low === undefined || high === undefined ? null : `between ${minus(low)} and ${minus(high)}`;
}

const minus = (number: string): string => number.replace('-', '−');
