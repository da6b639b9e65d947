import type { Agreement, PromiseRule } from '@smarketing/compiler/ir';
import type { Clock, Count, Gap, Step } from './types.ts';

type ClockRule = Extract<PromiseRule, { kind: 'clock' }>;

/** The clocks that start when a lead enters a stage and stop by what is simulated; the others are gaps. */
export function clocksOf(agreement: Agreement, steps: readonly Step[], gaps: Gap[]): readonly Clock[] {
  return agreement.promises.flatMap((promise) => {
    if (promise.kind === 'attempts')
      gaps.push({ what: `promise ${promise.id}`, why: 'no assumption says how often sales tries' });
    if (promise.kind !== 'clock') return [];
    const clock = clockOf(agreement, promise, steps);
    if (typeof clock !== 'string') return [clock];
    gaps.push({ what: `promise ${promise.id}`, why: clock });
    return [];
  });
}

/** A clock, or why it cannot be simulated. */
function clockOf(agreement: Agreement, promise: ClockRule, steps: readonly Step[]): Clock | string {
  const worked = new Set(steps.map(({ from }) => from));
  const starts = agreement.stages.findIndex(
    ({ id }, index) => promise.starts.includes(`entered_${id}`) && worked.has(index),
  );
  if (starts < 0) return 'it does not start when a lead enters a stage that people work';
  const ways = new Set(agreement.transitions.flatMap(({ on }) => on));
  const isWork = (id: string): boolean =>
    !ways.has(id) && agreement.events.some((event) => event.id === id && event.by === 'sales');
  const byWork = promise.stops.some(isWork);
  const bySteps = steps.flatMap(({ on }, index) =>
    on.some((id) => promise.stops.includes(id)) ? [index] : [],
  );
  if (!byWork && bySteps.length === 0) return `no assumption says when ${promise.stops.join(' or ')} happens`;
  const { id, says, by, within_ms: within, calendar, kept_for: keptFor, when } = promise;
  return {
    id,
    says,
    by,
    starts,
    by_work: byWork,
    by_steps: bySteps,
    within_ms: within,
    calendar,
    kept_for: keptFor,
    asks_engine: when !== null,
  };
}

/** The promises about counts of leads. */
export function countsOf(agreement: Agreement, gaps: Gap[]): readonly Count[] {
  const indexOf = (id: string): number => agreement.stages.findIndex((stage) => stage.id === id);
  return agreement.promises.flatMap((promise): readonly Count[] => {
    if (promise.kind !== 'deliver' && promise.kind !== 'ratio') return [];
    const { id, says, by, at_least: atLeast, per, when } = promise;
    if (when !== null && !asksFieldsOnly(when)) {
      gaps.push({ what: `promise ${id}`, why: 'its condition asks for more than the fields of a lead' });
      return [];
    }
    const base = { id, says, by, at_least: atLeast, per, when };
    return promise.kind === 'deliver'
      ? [{ ...base, kind: 'deliver', stage: indexOf(promise.stage), from: -1, cohort: 'same_period' }]
      : [
          {
            ...base,
            kind: 'ratio',
            stage: indexOf(promise.of),
            from: indexOf(promise.from),
            cohort: promise.cohort,
          },
        ];
  });
}

/** Whether a condition asks only for choices, flags and numbers of fields, which are the same over a lead's life. */
function asksFieldsOnly(condition: NonNullable<ClockRule['when']>): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'some':
      return condition.of.every(asksFieldsOnly);
    case 'not':
      return asksFieldsOnly(condition.of);
    case 'present':
    case 'choice':
    case 'flag':
      return condition.subject.kind === 'field';
    default:
      return false;
  }
}
