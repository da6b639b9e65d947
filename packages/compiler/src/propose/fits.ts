import type { Field } from '../ir/types.ts';
import { isNegated, likeness, meaningOf } from './names.ts';
import type { ColumnSurvey } from './survey.ts';

/** How the cells of a column could be a field's values. */
export interface Fit {
  /** Which share of the filled cells can be read, from 0 to 1. */
  readonly share: number;
  /** For fields whose words need a translation: each word of the column, and what it means; `null`: nobody knows. */
  readonly values: readonly Translation[] | null;
  readonly separator: string | null;
  /** What was found, for people. */
  readonly why: string;
}

export interface Translation {
  readonly word: string;
  readonly to: string | boolean | null;
  readonly rows: number;
}

/** How an export writes numbers and dates. */
export interface Style {
  readonly dates: 'iso' | 'dmy' | 'mdy';
  readonly mark: '.' | ',';
}

const yes = ['yes', 'y', 'true', '1', 'x', 'ja', 'oui', 'si', 'on', 'given', 'checked'];
const no = ['no', 'n', 'false', '0', 'nein', 'non', 'off', 'refused', 'unchecked'];
/** A word that is less like an option is not taken for it. */
const leastLike = 0.6;

/** How a column fits a field by what stands in it; `undefined` when it does not. */
export function fitOf(field: Field, column: ColumnSurvey, style: Style): Fit | undefined {
  const { filled, kinds } = column;
  if (filled === 0) return undefined;
  switch (field.type) {
    case 'choice':
      return choiceFit(field, column, null);
    case 'choices':
      return [';', '|', ',']
        .map((mark) => choiceFit(field, column, mark))
        .find((fit) => fit && fit.share > 0.5);
    case 'flag':
      return flagFit(field, column);
    case 'date':
    case 'moment':
      return plainFit(kinds[style.dates] / filled, 'dates');
    case 'integer':
      return plainFit(kinds[`whole${style.mark}`] / filled, 'whole numbers');
    case 'decimal':
    case 'money':
    case 'percent':
      return plainFit(kinds[`number${style.mark}`] / filled, 'numbers');
    case 'text':
      return textFit(field, column, style);
  }
}

function plainFit(share: number, what: string): Fit | undefined {
  if (share < 0.9) return undefined;
  return { share, values: null, separator: null, why: `${Math.round(share * 100)}% are ${what}` };
}

function textFit(field: Field, column: ColumnSurvey, { dates, mark }: Style): Fit | undefined {
  const { filled, kinds, longest } = column;
  const { max_length: most } = field;
  if ((most !== null && longest > most) || kinds[`number${mark}`] > filled / 2 || kinds[dates] > filled / 2)
    return undefined;
  if (flagFit(field, column)) return undefined; // `Do not e-mail` is no address
  return { share: 1, values: null, separator: null, why: 'texts' };
}

function flagFit({ id, label }: Field, { name, words }: ColumnSurvey): Fit | undefined {
  if (!words || words.size > 6) return undefined;
  const isTurned = isNegated(name) && !isNegated(`${id.replaceAll('_', ' ')} ${label}`);
  const values = [...words].map(([word, rows]) => {
    const folded = word.toLowerCase();
    const says = yes.includes(folded) ? true : no.includes(folded) ? false : null;
    return { word, rows, to: says === null ? null : says !== isTurned };
  });
  if (values.some(({ to }) => to === null)) return undefined;
  return { share: 1, values, separator: null, why: isTurned ? 'yes and no, turned round' : 'yes and no' };
}

function choiceFit({ options }: Field, { words }: ColumnSurvey, separator: string | null): Fit | undefined {
  if (!words) return undefined;
  const parts = separator === null ? words : split(words, separator);
  const known = options.flatMap(({ id, label }) =>
    [id, label, ...countryNames(id)].map((text) => ({ id, text, means: meaningOf(text) })),
  );
  const values = [...parts].map(([word, rows]) => ({ word, rows, to: optionOf(word, known) }));
  const all = values.reduce((sum, { rows }) => sum + rows, 0);
  const found = values.filter(({ to }) => to !== null);
  if (found.length === 0) return undefined;
  const share = found.reduce((sum, { rows }) => sum + rows, 0) / all;
  return { share, values, separator, why: `${found.length} of ${values.length} words are options` };
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const shortNames: Readonly<Record<string, readonly string[]>> = {
  us: ['USA', 'United States of America'],
  gb: ['UK', 'Great Britain'],
};

/** What a country is called, for an option that is its code. */
function countryNames(option: string): readonly string[] {
  if (!/^[a-z]{2}$/.test(option)) return [];
  return [
    ...[regions.of(option.toUpperCase())].filter((name) => name !== undefined),
    ...(shortNames[option] ?? []),
  ];
}

function split(words: ReadonlyMap<string, number>, separator: string): Map<string, number> {
  const parts = new Map<string, number>();
  for (const [word, rows] of words) {
    for (const part of word
      .split(separator)
      .map((text) => text.trim())
      .filter(Boolean)) {
      parts.set(part, (parts.get(part) ?? 0) + rows);
    }
  }
  return parts;
}

interface KnownOption {
  readonly id: string;
  readonly text: string;
  readonly means: ReadonlySet<string>;
}

function optionOf(word: string, known: readonly KnownOption[]): string | null {
  const same = known.find(({ id, text }) =>
    [id, text].some((one) => one.toLowerCase() === word.toLowerCase()),
  );
  if (same) return same.id;
  const means = meaningOf(word);
  const likely = known
    .map(({ id, means: other }) => ({ id, like: likeness(means, other) }))
    .filter(({ like }) => like >= leastLike)
    .toSorted((a, b) => b.like - a.like);
  const [best, next] = likely.filter(({ id }, index) => likely.findIndex((one) => one.id === id) === index);
  return best && (!next || next.like < best.like) ? best.id : null;
}
