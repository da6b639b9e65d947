import type { EventType } from '../../../ir/types.ts';
import { checkedId, identifier } from '../../encode/name.ts';
import { literal, numeral } from '../../encode/typescript.ts';
import { block, type Code, lines, sections } from '../code.ts';
import { expression } from '../condition.ts';
import { bitsAWord, presentBit } from './bits.ts';
import type { Column } from './layout.ts';

/** The number of letters keeps `a_b` of `c` apart from `b_c` of `a`. */
export function propertyPrefix({ id }: EventType): string {
  return `event${id.length}_${checkedId(id)}`;
}

export interface Source {
  readonly value: string;
  /** Of a text, as it is compared. */
  readonly folded: string;
  readonly to: (index: number) => string;
}

/** Writes a value into its columns. */
export function encoded(column: Column, prefix: string, { value, folded, to }: Source): Code {
  const { field, kind, scaled, tests, words } = column;
  switch (kind) {
    case 'codes':
      return `${to(0)} = ${identifier(`codes_${prefix}`, field.id)}.get(${value}) as number;`;
    case 'flags':
      return `${to(0)} = ${value} === null ? 0 : ${value} ? 2 : 1;`;
    case 'numbers':
      return `${to(0)} = ${value} === null ? NaN : ${scaled ? `scaled(${value}, ${numeral(field.decimals)})` : value};`;
    case 'bits':
      return Array.from({ length: words }, (_, index) => {
        const from = field.type === 'text' && tests.length > 0 ? folded : value;
        return `${to(index)} = ${identifier(`bits${index}_${prefix}`, field.id)}(${from});`;
      });
  }
}

/** What that needs: the codes of options, or a function for each number of bits. */
export function helper(prefix: string, { field, kind, tests, words }: Column): string | null {
  if (kind === 'codes') {
    const options = field.options.map(({ id }, index) => `[${literal(id)}, ${index + 1}]`);
    return `const ${identifier(`codes_${prefix}`, field.id)} = /* @__PURE__ */ new Map<string | null, number>([[null, 0], ${options.join(', ')}]);`;
  }
  if (kind !== 'bits') return null;
  const isText = field.type === 'text';
  return sections(
    ...Array.from({ length: words }, (_, word) => {
      const name = identifier(`bits${word}_${prefix}`, field.id);
      const from = word * bitsAWord;
      const passes = isText
        ? tests.slice(from, from + bitsAWord).map((test) => expression(test, textScope))
        : field.options.slice(from, from + bitsAWord).map(({ id }) => `list.includes(${literal(id)})`);
      const type = isText ? 'text: string | null' : 'list: readonly string[] | null';
      return lines(
        isText
          ? `/** Which tests of the agreement a text of ${checkedId(field.id)} passes. */`
          : `/** Which options a list of ${checkedId(field.id)} has. */`,
        block(
          `function ${name}(${type}): number`,
          `if (${isText ? 'text' : 'list'} === null) return 0;`,
          `let bits = ${word === 0 ? presentBit : 0};`,
          passes.map((test, index) => `if (${test}) bits += ${2 ** index};`),
          'return bits;',
        ),
      );
    }),
  );
}

const textScope = {
  read: () => ({ value: 'text', folded: 'text', optional: false, decimals: 0, size: 0 }),
  count: () => '0',
  latest: () => 'never',
};
