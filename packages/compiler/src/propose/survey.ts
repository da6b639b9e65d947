import { fold } from '../ir/fold.ts';
import { type DateOrder, readDate, readMoment } from '../mapping/moment.ts';
import { readDigits } from '../mapping/number.ts';
import { refusedCharacters } from '../parse/characters.ts';

/** So many different words are kept of a column; of one with more only how many cells are of which kind. */
const mostWords = 300;
const longestWord = 80;
/** Of so many rows it is known whether a word stands twice. */
const mostCompared = 2000;

const placeholders = new Set(
  `-,--,---,n/a,na,none,null,nil,unknown,select,undefined,nan,(blank),blank,empty,not set,not specified,no data,k.a.,keine
  angabe,unbekannt,inconnu,?,#n/a`
    .replace(/\s+/g, ' ')
    .split(','),
);

/** A `moment` is a date, in one order or another, that has a time of day too. */
export type Kind = 'number.' | 'number,' | 'whole.' | 'whole,' | 'moment' | DateOrder;

/** What stands in a column, without rows. */
export interface ColumnSurvey {
  readonly name: string;
  /** Cells with a word in them that does not only say that there is none. */
  readonly filled: number;
  /** The different words and in how many rows each is; `null` when there are too many, or they are long. */
  readonly words: ReadonlyMap<string, number> | null;
  /** How many cells can be read as what. */
  readonly kinds: Readonly<Record<Kind, number>>;
  /** Words that say that there is no value, such as `n/a`. */
  readonly missing: readonly string[];
  readonly longest: number;
  /** No word stands twice, as far as that was looked at. */
  readonly isDistinct: boolean;
}

export interface Survey {
  readonly add: (cells: readonly string[]) => void;
  readonly result: () => { readonly rows: number; readonly columns: readonly ColumnSurvey[] };
}

/** Looks at the rows of a table one by one, and remembers no more of a long one than of a short one. */
export function createSurvey(header: readonly string[]): Survey {
  const columns = header.map((name) => createColumn(name.trim()));
  let rows = 0;
  return {
    add: (cells) => {
      rows += 1;
      columns.forEach((column, index) => column.add((cells[index] ?? '').trim()));
    },
    result: () => ({ rows, columns: columns.map((column) => column.result()) }),
  };
}

function createColumn(name: string): { add: (word: string) => void; result: () => ColumnSurvey } {
  const kinds: Record<Kind, number> = {
    'number.': 0,
    'number,': 0,
    'whole.': 0,
    'whole,': 0,
    moment: 0,
    iso: 0,
    dmy: 0,
    mdy: 0,
  };
  const missing = new Set<string>();
  const compared = new Set<string>();
  const known = new Map<string, readonly Kind[]>();
  let words: Map<string, number> | null = new Map();
  let [filled, longest, twice] = [0, 0, false];
  return {
    add: (word) => {
      if (word === '') return;
      if (placeholders.has(fold(word).toLowerCase())) {
        missing.add(word);
        return;
      }
      filled += 1;
      longest = Math.max(longest, word.length);
      if (compared.size < mostCompared && !twice) {
        twice = compared.has(word);
        compared.add(word);
      }
      if (word.length > longestWord) words = null;
      words?.set(word, (words.get(word) ?? 0) + 1);
      if (words && words.size > mostWords) words = null;
      const found = (words && known.get(word)) ?? kindsOf(word);
      if (words) known.set(word, found);
      else known.clear();
      for (const kind of found) kinds[kind] += 1;
    },
    result: () => ({
      name,
      filled,
      words,
      kinds,
      missing: [...missing],
      longest,
      isDistinct: filled > 0 && !twice,
    }),
  };
}

function kindsOf(word: string): Kind[] {
  const kinds: Kind[] = [];
  for (const mark of ['.', ','] as const) {
    const digits = readDigits(word, mark);
    if (digits) kinds.push(`number${mark}`);
    if (digits?.fraction === '') kinds.push(`whole${mark}`);
  }
  for (const order of ['iso', 'dmy', 'mdy'] as const) {
    if (readDate(word, order) ?? readMoment(word, { order, zone: 'UTC' })) kinds.push(order);
  }
  const hasDate = kinds.includes('iso') || kinds.includes('dmy') || kinds.includes('mdy');
  if (hasDate && word.includes(':')) kinds.push('moment');
  return kinds;
}

/** Whether the name of a column, or a word, can stand in an agreement at all. */
export function isWritable(name: string): boolean {
  return name.length <= 500 && !/[\r\n\t]/.test(name) && refusedCharacters(name, 1).length === 0;
}
