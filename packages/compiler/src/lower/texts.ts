import { bare } from '../diagnostics/quotes.ts';
import { fold } from '../ir/fold.ts';
import type { Condition } from '../ir/types.ts';
import type { Cursor } from './cursor.ts';
import { type Reading, textTests, unread, wrongTest } from './reading.ts';
import type { Asked } from './subjects.ts';

/** Reads a text, a list of texts, or what it contains, starts or ends with. */
export function readTextTest(reading: Reading, asked: Asked, at: Cursor): Condition {
  const { data } = at;
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return texts(reading, asked, at, 'equals');
  const keys = Object.keys(data);
  if (keys.length === 0 || !keys.every(isTextTest)) return wrongTest(reading, asked, at);
  const tests = keys.filter(isTextTest).map((key) => texts(reading, asked, at.at(key), key));
  const [only] = tests;
  return tests.length === 1 && only ? only : { kind: 'all', of: tests };
}

function isTextTest(key: string): key is (typeof textTests)[number] {
  return (textTests as readonly string[]).includes(key);
}

function texts(
  reading: Reading,
  asked: Asked,
  at: Cursor,
  op: 'equals' | (typeof textTests)[number],
): Condition {
  const { data } = at;
  const list: unknown[] = Array.isArray(data) ? data : [data];
  if (list.length === 0) reading.context.report('empty-list', at.span, {});
  if (!list.every((item) => typeof item === 'string')) return wrongTest(reading, asked, at);
  const quoted = list.findIndex((item) => bare(item) !== item.trim());
  if (quoted !== -1) return wrongTest(reading, asked, Array.isArray(data) ? at.at(quoted) : at);
  if (list.includes('')) {
    reading.context.report('empty-text', at.span, {});
    return unread;
  }
  return { kind: 'text', subject: asked.subject, op, values: [...new Set(list.map(fold))] };
}
