import type { Context, Formula, Model } from '@smarketing/logic';
import { ends } from '../../ir/intervals.ts';
import { day } from '../../time/duration.ts';
import { type Interval, within } from '../fields/intervals.ts';
import { atomOf, type FieldModel, notAsked } from '../fields/model.ts';
import type { AsOf } from './as-of.ts';
import { agesAt, type Dated, overlap } from './dated.ts';

/** A date or moment: in which stretch it lies and how old it is, where the two go together at the time. */
export interface DatedModel extends FieldModel {
  /** The age lies in one of these stretches of {@link Dated.ages}. */
  readonly aged: (stretches: readonly number[]) => Formula;
  /** It is at least so old, in ms; one of the stretches begins there. */
  readonly atLeastOld: (ms: number) => Formula;
  /** The values that a model leaves open; `undefined` if its stretches do not meet. */
  readonly span: (model: Model, asOf: number) => Interval | undefined;
}

const hour = 3_600_000;

export function datedModel(
  logic: Context,
  { dated, asOf, required }: { readonly dated: Dated; readonly asOf: AsOf; readonly required: boolean },
): DatedModel {
  const { id, moments, ages } = dated;
  const known = logic.variable(id, required ? 1 : 2);
  const present = required ? logic.true : logic.is(known, [1]);
  const moment = logic.variable(`${id} moment`, moments.length);
  const age = logic.variable(`${id} age`, ages.length);
  const aged = (stretches: readonly number[]): Formula => logic.and(present, logic.is(age, stretches));
  const spanIn = (model: Model, at: number): Interval | undefined =>
    spanOf(dated, { moment: atomOf(model, moment), age: atomOf(model, age) }, at);
  return {
    present,
    aged,
    atLeastOld: (ms) => aged(within(ages, [ms, Infinity])),
    holds: (test) => {
      switch (test.kind) {
        case 'present':
          return present;
        case 'number':
          return logic.and(present, logic.is(moment, within(moments, ends(test))));
        case 'age':
          return aged(within(ages, ends(test)));
        default:
          return notAsked(test);
      }
    },
    axioms: together(logic, dated, asOf, { moment, age }),
    value: (model, at) => {
      if (!required && atomOf(model, known) === 0) return null;
      const span = spanIn(model, at);
      const text = new Date(span ? usual(span, at, dated.step) : at).toISOString();
      return dated.step === day ? text.slice(0, 10) : text;
    },
    span: spanIn,
    variables: [known, moment, age],
  };
}

type Variables = Readonly<Record<'moment' | 'age', Parameters<Model['atoms']['get']>[0]>>;

/** At each kind of moment a value in a stretch has one of the ages that it can have then. */
function together(logic: Context, dated: Dated, asOf: AsOf, { moment, age }: Variables): Formula[] {
  if (age.atoms === 1 || !asOf.isTold) return [];
  const kinds = asOf.moments.flatMap((at, kind) =>
    dated.moments.map((_, stretch) => ({ kind, stretch, can: agesAt(dated, stretch, at) })),
  );
  return [...Map.groupBy(kinds, ({ stretch, can }) => `${stretch}:${can.join()}`).values()].flatMap(
    (alike) => {
      const [first] = alike;
      if (!first || first.can.length === age.atoms) return [];
      const when = logic.is(
        asOf.variable,
        alike.map(({ kind }) => kind),
      );
      return [
        logic.not(logic.and(when, logic.is(moment, [first.stretch]), logic.not(logic.is(age, first.can)))),
      ];
    },
  );
}

function spanOf(
  { step, moments, ages }: Dated,
  at: { readonly moment: number; readonly age: number },
  asOf: number,
): Interval | undefined {
  const [moment, age] = [moments[at.moment], ages[at.age]];
  return moment && age && overlap(moment, { low: asOf - age.high, high: asOf - age.low }, step);
}

/** Ten days ago if that is allowed, else the nearest full day or hour within the bounds. */
export function usual({ low, high }: Interval, asOf: number, step: number): number {
  const wish = Math.min(high, Math.max(low, asOf - 10 * day));
  for (const unit of [day, hour].filter((length) => length >= step)) {
    const [down, up] = [Math.floor(wish / unit) * unit, Math.ceil(wish / unit) * unit];
    if (down >= low && down <= high) return down;
    if (up >= low && up <= high) return up;
  }
  return wish;
}
