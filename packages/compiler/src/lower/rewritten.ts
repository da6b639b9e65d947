import { plainly } from '../diagnostics/quotes.ts';
import { rewriting, suggestion } from '../diagnostics/suggest.ts';
import type { Asked } from './subjects.ts';

type Rewritten = ReturnType<typeof rewriting>;

const signs: Readonly<Record<string, string>> = {
  '>=': 'at_least',
  '≥': 'at_least',
  '=>': 'at_least',
  '>': 'more_than',
  '<=': 'at_most',
  '≤': 'at_most',
  '=<': 'at_most',
  '<': 'below',
};

/** What people write for a test that is called otherwise. */
const synonyms: Readonly<Record<string, string>> = {
  ...signs,
  min: 'at_least',
  minimum: 'at_least',
  gte: 'at_least',
  max: 'at_most',
  maximum: 'at_most',
  lte: 'at_most',
  up_to: 'at_most',
  gt: 'more_than',
  over: 'more_than',
  above: 'more_than',
  greater_than: 'more_than',
  lt: 'below',
  under: 'below',
  less_than: 'below',
};

/** The test that was most likely meant by a word that is none. */
export function meantTest(wrong: string, tests: readonly string[]): ReturnType<typeof suggestion> {
  const word = wrong.toLowerCase();
  const same = Object.hasOwn(synonyms, word) ? synonyms[word] : undefined;
  if (same === undefined || !tests.includes(same)) return suggestion(wrong, tests);
  return { hint: `Did you mean \`${same}\`?`, remedy: { write: same } };
}

const number = String.raw`(\d+(?:\.\d+)?%?)`;
const range = new RegExp(`^${number} *(?:-|–|to|\\.\\.) *${number}$`);
const orMore = new RegExp(`^${number} *(?:\\+|or more)$`);

/** How the language says what the author wrote in another way. */
export function rewritten({ type, options }: Asked, data: unknown): Rewritten | undefined {
  if (typeof data !== 'string') return undefined;
  const flag = type === 'flag' ? plainly(data, 'true or false') : undefined;
  if (flag) return { hint: flag.hint, remedy: { write: flag.write } };
  if (type === 'choices' && options.includes(data)) return rewriting(`{ includes: ${data} }`);
  return compared(data);
}

/** `>= 40`, `> = 40`, `≥ 40`, `1-10`, `40+` */
export function compared(text: string): Rewritten | undefined {
  const [, low, high] = range.exec(text) ?? [];
  if (low !== undefined) return rewriting(`{ between: [${low}, ${high}] }`);
  const [, least] = orMore.exec(text) ?? [];
  if (least !== undefined) return rewriting(`{ at_least: ${least} }`);
  const [, sign = '', value = ''] = /^([<>] ?=?|=[<>]|[≤≥])\s*([^<>=≤≥\s].*)$/.exec(text) ?? [];
  if (sign === '') return undefined;
  const { hint, remedy } = rewriting(`{ ${signs[sign.replace(' ', '')]}: ${value} }`);
  return /^(\d+(\.\d+)?%?|\d{4}-\d\d-\d\d)$/.test(value) ? { hint, remedy } : { hint };
}
