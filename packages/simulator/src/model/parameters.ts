import type { Assumption, Estimate } from '@smarketing/compiler/ir';
import type { Parameter } from './types.ts';

type Kind = Pick<Parameter, 'unit' | 'known' | 'min' | 'max'>;

/** Every number of the assumptions, with its unit and its bounds. */
const kinds = {
  leads: { unit: 'leads', known: 'not', min: 0, max: 1e9 },
  share: { unit: 'share', known: 'not', min: 0, max: 10_000 },
  times: { unit: 'times', known: 'not', min: 1, max: 300 },
  people: { unit: 'people', known: 'not', min: 0, max: 10_000 },
  worked: { unit: 'leads', known: 'not', min: 0.01, max: 1e6 },
  duration: { unit: 'ms', known: 'varies', min: 0, max: 10 * 366 * 86_400_000 },
  money: { unit: 'money', known: 'varies', min: 0, max: 1e15 },
  cost: { unit: 'money', known: 'not', min: 0, max: 1e15 },
} as const satisfies Record<string, Kind>;

/** Collects the parameters of a model, and gives each its number. */
export class Parameters {
  readonly list: Parameter[] = [];

  /** The number of a new parameter; −1 where the author says nothing. */
  add(of: Assumption, key: string, kind: keyof typeof kinds, estimate: Estimate | null): number {
    if (estimate === null) return -1;
    const { source, as_of: asOf } = of;
    const { value, low, high } = estimate;
    this.list.push({ id: `${of.id}.${key}`, ...kinds[kind], value, low, high, source, as_of: asOf });
    return this.list.length - 1;
  }
}
