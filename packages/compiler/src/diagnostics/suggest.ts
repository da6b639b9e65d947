import type { SourceSpan } from '../ir/types.ts';
import { scalarOf } from '../rewrite/scalar.ts';
import { weekdays } from '../time/weekdays.ts';
import type { ReportOptions } from './diagnostic.ts';

type Suggestion = Pick<ReportOptions, 'hint' | 'remedy'>;

/** "Did you mean `employees`?" for the known word nearest to a wrong one; `undefined` when none is near. */
export function didYouMean(wrong: string, known: Iterable<string>): string | undefined {
  const near = nearest(wrong, known);
  return near === undefined ? undefined : `Did you mean \`${near}\`?`;
}

/** A "did you mean", and the known word itself where nothing but a slip of the keyboard keeps the wrong one from it. */
export function suggestion(wrong: string, known: Iterable<string>): Suggestion {
  const words = [...known];
  const slips = words.filter((word) => isSlip(wrong, word));
  const [only] = slips.length === 1 ? slips : [];
  return { hint: didYouMean(wrong, words), ...(only !== undefined && { remedy: { write: scalarOf(only) } }) };
}

/** What people write for a key of the language that is called otherwise. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  if: ['when'],
  condition: ['when'],
  name: ['title', 'id'],
  attendees: ['who'],
  participants: ['who'],
  reason: ['because'],
  why: ['because'],
  score: ['points'],
  weight: ['points'],
  frequency: ['every', 'per'],
  description: ['definition', 'means', 'says', 'because'],
  deadline: ['by', 'within'],
  date: ['by'],
  ...toWord(
    'weekdays',
    'mon_fri',
    'monday_friday',
    'monday_to_friday',
    'workdays',
    'working_days',
    'business_days',
  ),
  ...toWord('weekend', 'sat_sun', 'saturday_sunday'),
  ...toWord('every_day', 'everyday', 'daily', 'all_days', 'mon_sun'),
  ...Object.fromEntries(
    weekdays.flatMap((day) => [2, 3, 4].map((length) => [day.slice(0, length), [day]] as const)),
  ),
};

function toWord(key: string, ...words: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(words.map((word) => [word, [key]]));
}

/** The key that was most likely meant by a word that is none. */
export function nearestKey(wrong: string, keys: readonly string[]): string | undefined {
  const word = folded(wrong);
  const same = Object.hasOwn(synonyms, word) ? synonyms[word]?.find((key) => keys.includes(key)) : undefined;
  return same ?? nearest(wrong, keys);
}

/** The same as `suggestion`, of a key of the language. */
export function suggestedKey(wrong: string, keys: readonly string[]): Suggestion {
  const near = nearestKey(wrong, keys);
  const { remedy } = suggestion(wrong, keys);
  return { hint: near === undefined ? undefined : `Did you mean \`${near}\`?`, ...(remedy && { remedy }) };
}

/** The same for a key inside of what is wrong. */
export function placed({ hint, remedy }: Suggestion, at: SourceSpan): Suggestion {
  return { hint, ...(typeof remedy === 'object' && 'write' in remedy && { remedy: { ...remedy, at } }) };
}

/** How the language says what was written in another way. */
export function rewriting(write: string): Suggestion {
  return { hint: `Write ${write}.`, remedy: { write } };
}

/** The same but for capitals and how its parts are joined; or one letter, in a part that is long enough. */
function isSlip(wrong: string, word: string): boolean {
  const [a, b] = [folded(wrong), folded(word)];
  if (a === b) return true;
  const [parts, others] = [a.split('_'), b.split('_')];
  const areLong = parts.every((part, index) => {
    const other = others[index] ?? '';
    return part === other || isLong(part, other);
  });
  return areLong && digits(a) === digits(b) && editDistance(a, b, 2) < 2;
}

/** So long that a word with one letter changed is hardly another one, as `sal` and `sql` are. */
function isLong({ length: one }: string, { length: other }: string): boolean {
  return Math.min(one, other) > 2 && Math.max(one, other) > (one === other ? 4 : 3);
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function folded(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** What is longer is no misspelt word, and comparing would take its time. */
const longest = 100;

/** The known word with the smallest edit distance, if that is small for its length; ties go to the first. */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  const target = wrong.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(target.length / 3)) + 1;
  for (const word of known) {
    const distance = editDistance(target, word.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      best = word;
    }
  }
  return best;
}

/** Damerau-Levenshtein (optimal string alignment); stops counting at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit || a.length > longest) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const [above, left, corner] = [previous[j], current[j - 1], previous[j - 1]] as [
        number,
        number,
        number,
      ];
      let value = Math.min(above + 1, left + 1, corner + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] as number) + 1);
      current.push(value);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] as number;
}
