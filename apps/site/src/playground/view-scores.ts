import type { Explanation, LedgerLine } from '@smarketing/compiler/ir';
import { points, scaled } from '@smarketing/compiler/words';
import { h, type ViewNode } from './node.ts';
import type { Words } from './types.ts';

/** Every score with its band and, folded away, the ledger that adds up to it. */
export function scoreList(words: Words, decision: Explanation): readonly ViewNode[] {
  const rows = words.scores.map((score) => {
    const value = decision.scores[score.id] ?? 0;
    const band = score.bands[decision.bands[score.id] ?? ''];
    const lines = decision.ledger[score.id] ?? [];
    return h(
      'details',
      { class: 'score', 'data-key': `score-${score.id}` },
      h(
        'summary',
        {},
        h('span', {}, score.says),
        h('span', { class: 'mark' }, band ?? ''),
        h('span', { class: 'value' }, decimal(value, scaled)),
      ),
      lines.length === 0
        ? h('p', { class: 'small' }, 'No rule holds.')
        : h('ul', { class: 'ledger' }, ...lines.map((line) => ledgerRow(words, line))),
      h('p', { class: 'small' }, h('a', { href: score.href }, `All rules of ${score.says}`)),
    );
  });
  return rows.length === 0 ? [] : [h('div', { class: 'scores' }, ...rows)];
}

const limits = {
  rule: '',
  score: '',
  rule_cap: 'No more than its most: ',
  rule_floor: 'No less than its least: ',
  group_cap: 'No more than the most of ',
  group_floor: 'No less than the least of ',
  score_cap: 'No more than the most of ',
  score_floor: 'No less than the least of ',
} as const;

function ledgerRow(words: Words, { kind, id, points: given }: LedgerLine): ViewNode {
  const line = words.lines[id];
  return h(
    'li',
    {},
    h('a', { href: line?.href ?? '' }, limits[kind] + (line?.says ?? id)),
    h('span', { class: 'value' }, decimal(given, points)),
  );
}

/** A natural number through a format of scaled ones. */
function decimal(value: number, format: (scaledValue: number, decimals: number) => string): string {
  const decimals = /\.(\d+)$/u.exec(String(value))?.[1]?.length ?? 0;
  return format(Math.round(value * 10 ** decimals), decimals);
}
