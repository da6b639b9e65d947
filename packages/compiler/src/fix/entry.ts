import { isCollection, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import type { Edit } from './edit.ts';

/** An entry of a mapping or a list. */
export interface Entry {
  /** The key of a mapping's entry. */
  readonly key: string | null;
  readonly from: number;
  readonly to: number;
  /** What takes it out of the text; `undefined` where something would be left that says something else. */
  readonly removal: Edit | undefined;
}

/** Every entry of a text, the outer before the inner. */
export function entriesOf(text: string): readonly Entry[] {
  const found: Entry[] = [];
  const visit = (node: unknown): void => {
    if (!isCollection(node)) return;
    const items = node.items as (Node | Pair)[];
    const ranges = items.map(rangeOf);
    items.forEach((item, index) => {
      const range = ranges[index];
      if (!range) return;
      const key = isPair(item) && isScalar(item.key) ? String(item.key.value) : null;
      const removal = items.length === 1 ? undefined : removalOf(text, { node, ranges, index });
      found.push({ key, from: range[0], to: range[1], removal });
      visit(isPair(item) ? item.value : item);
    });
  };
  visit(parseDocument(text, { schema: 'core', uniqueKeys: false, logLevel: 'silent' }).contents);
  return found;
}

type Range = readonly [from: number, to: number];

function rangeOf(item: Node | Pair): Range | undefined {
  if (!isPair(item)) return item.range ? [item.range[0], item.range[1]] : undefined;
  const key = (item.key as Node | null)?.range;
  const value = (item.value as Node | null)?.range;
  return key ? [key[0], (value ?? key)[1]] : undefined;
}

interface Place {
  readonly node: unknown;
  readonly ranges: readonly (Range | undefined)[];
  readonly index: number;
}

function removalOf(text: string, { node, ranges, index }: Place): Edit | undefined {
  const [own, before, after] = [ranges[index], ranges[index - 1], ranges[index + 1]];
  if (!own) return undefined;
  if ((isMap(node) || isSeq(node)) && node.flow) {
    if (before) return { from: before[1], to: own[1], text: '' };
    return after && { from: own[0], to: after[0], text: '' };
  }
  const from = text.lastIndexOf('\n', own[0] - 1) + 1;
  const isAlone = /^\s*(- )?$/.test(text.slice(from, own[0]));
  const isBesideDash = isMap(node) && index === 0 && text.slice(from, own[0]).includes('- ');
  if (!isAlone || isBesideDash) return undefined;
  const last = text.slice(own[0], own[1]).trimEnd().length + own[0];
  const end = text.indexOf('\n', last);
  return { from, to: end === -1 ? text.length : end + 1, text: '' };
}
