import { curlyQuotes, cutShort } from '../diagnostics/quotes.ts';
import { placed } from '../diagnostics/suggest.ts';
import type { Condition, EventType } from '../ir/types.ts';
import { show } from '../schema/words.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { compared, meantTest, rewritten } from './rewritten.ts';
import type { Asked } from './subjects.ts';

/** Stands for a condition that could not be read; the finding is already there. */
export const unread: Condition = { kind: 'all', of: [] };

/** What reading one whole condition knows, and collects to look at afterwards. */
export interface Reading {
  readonly context: Context;
  /** Inside the `where` of this event its properties are asked, not the lead. */
  readonly event: EventType | null;
  /** In an assertion it may also be asked what the decision comes to. */
  readonly outcome: boolean;
  /** The keys of a table's row that are no conditions. */
  readonly own: readonly string[];
  /** Under an odd number of `not`. */
  readonly negated: boolean;
  /** Optional subjects that a negative test lets through. */
  readonly slips: { readonly asked: Asked; readonly at: Cursor }[];
  /** Subjects whose being missing somebody has thought of: asked for, or for something that a missing one is not. */
  readonly mentioned: Set<string>;
  /** Reads the `where` of an event. */
  readonly where: (type: EventType, at: Cursor) => Condition;
}

/** The words that compare. */
export const comparisons: readonly string[] = [
  'at_least',
  'more_than',
  'at_most',
  'below',
  'from',
  'between',
];
/** The words that measure from `as_of`. */
export const ages: readonly string[] = ['within_last', 'within_next', 'older_than'];
/** The words that look into a text. */
export const textTests = ['contains', 'starts_with', 'ends_with'] as const;

const compare = comparisons.join(', ');
const possible: Readonly<Record<Asked['type'], string>> = {
  choice: 'an option, or a list of options',
  name: 'a name, or a list of names',
  choices: 'includes, includes_any, includes_all',
  flag: 'true, false',
  text: `a text, a list of texts, ${textTests.join(', ')}`,
  integer: `a number, ${compare}`,
  decimal: `a number, ${compare}`,
  money: `a number, ${compare}`,
  percent: `a percent, ${compare}`,
  score: `a number, ${compare}, or its bands`,
  date: `a date, ${compare}, before, after, ${ages.join(', ')}`,
  moment: `a moment, ${compare}, before, after, ${ages.join(', ')}`,
};

/** Reports a test that the type does not have. */
export function wrongTest({ context }: Reading, asked: Asked, at: Cursor, what?: string): Condition {
  const { data } = at;
  const keys =
    typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.keys(data) : undefined;
  const tests = (asked.required ? possible[asked.type] : `${possible[asked.type]}, missing, present`).split(
    ', ',
  );
  const strange = keys?.filter((key) => !tests.includes(key)) ?? [];
  const test =
    what ??
    (keys
      ? (strange.length > 0 ? strange : keys).map((key) => `\`${key}\``).join(', ') || 'an empty mapping'
      : show(data));
  const subject = asked.type === 'name' ? asked.name : `${asked.name} (${asked.type})`;
  const [first = ''] = strange;
  const sign = keys?.length === 1 && /^[<>]/.test(first) ? compared(first) : undefined;
  const cut = keys && cutShort(first, (data as Record<string, unknown>)[first]);
  const near = placed(meantTest(first, tests), at.at(first).key);
  const spoiled = curlyQuotes(data) ?? cut;
  const told = sign ?? (spoiled === undefined ? (rewritten(asked, data) ?? near) : { hint: spoiled });
  context.report('wrong-test', at.span, { subject, test, possible: tests.join(', ') }, told);
  return unread;
}
