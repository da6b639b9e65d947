import type { Agreement } from '@smarketing/compiler/ir';
import { asksFieldsOnly } from './fields-only.ts';
import type { Count, Gap } from './types.ts';

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
