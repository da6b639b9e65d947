import { checkedId, identifier } from '../../encode/name.ts';
import { block, type Code, lines } from '../code.ts';
import type { Layout } from './layout.ts';
import { fieldName } from './tests.ts';

/** How many rows go through one phase before the next: so many that what they leave stays in the cache. */
export const rowsAtOnce = 256;

/** A local variable of a row, and the array from which it is read. */
interface Load {
  readonly name: string;
  readonly array: string;
  readonly at: 'row' | 'i';
}

export interface Phase {
  readonly name: string;
  readonly says: string;
  /** What it writes or looks up, as local variables of the whole phase. */
  readonly arrays?: Readonly<Record<string, string>>;
  /** Variables that the body has itself, under the names of what it finds out. */
  readonly own?: readonly string[];
  readonly body: Code;
}

/**
 * A function that does one thing to the rows from `from` to before `to`. What the body mentions of a row is
 * read into local variables first: numbers that pass from function to function would be allocated.
 */
export function phase(layout: Layout, { name, says, arrays = {}, own = [], body }: Phase): string {
  const mentioned = wordsOf(lines(body));
  const loads = loadsOf(layout).filter((load) => mentioned.has(load.name) && !own.includes(load.name));
  return lines(
    `/** ${says} */`,
    block(
      `function ${name}(columns: LeadColumns, out: DecisionColumns, from: number, to: number): void`,
      loads.map((load) => `const all_${load.name} = ${load.array};`),
      Object.entries(arrays)
        .filter(([array]) => mentioned.has(array))
        .map(([array, value]) => `const ${array} = ${value};`),
      block(
        mentioned.has('i') || loads.some(({ at }) => at === 'i')
          ? 'for (let row = from, i = 0; row < to; row++, i++)'
          : 'for (let row = from; row < to; row++)',
        loads.map((load) => `const ${load.name} = all_${load.name}[${load.at}] as number;`),
        body,
      ),
    ),
  );
}

/** Every name in the code, without those in comments. */
function wordsOf(code: string): ReadonlySet<string> {
  return new Set(code.replace(/\/\*.*?\*\/|\/\/.*$/gm, '').match(/[A-Za-z_]\w*/g));
}

function loadsOf({ fields, plan, model }: Layout): readonly Load[] {
  return [
    { name: 'asOf', array: 'out.as_of', at: 'row' },
    { name: 'created_at', array: 'columns.created_at', at: 'row' },
    ...fields.flatMap((column): Load[] =>
      Array.from({ length: column.words }, (_, index) => ({
        name: fieldName(column, index),
        array: `columns.fields.${checkedId(column.field.id)}${column.kind === 'bits' ? `[${index}] as Int32Array` : ''}`,
        at: 'row',
      })),
    ),
    ...plan.tallies.map(({ name }): Load => ({ name, array: `tally.${name}`, at: 'i' })),
    ...model.agreement.scores.map(({ id }): Load => {
      const name = identifier('score', id);
      return { name, array: `known.${name}`, at: 'i' };
    }),
    { name: 'stage', array: 'known.stage', at: 'i' },
    { name: 'persona', array: 'out.persona', at: 'row' },
    { name: 'grade', array: 'out.grade', at: 'row' },
  ];
}
