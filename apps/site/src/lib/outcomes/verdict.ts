import { type Results, type Verdict, verdictOf } from '@smarketing/simulator';

/** Can the agreement work, in a sentence, and what stands behind it. */
export interface Summary {
  readonly headline: string;
  readonly promises: string;
  readonly goals: string | null;
}

export function summaryOf({ promises, goals }: Results): Summary {
  const verdicts = promises.flatMap(({ probability }) =>
    probability === null ? [] : [verdictOf(probability)],
  );
  const count = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length;
  const likely = goals.filter(({ probability }) => probability > 0.5).length;
  return {
    headline: headlineOf({ promises: verdicts.length, broken: count('broken'), goals: goals.length, likely }),
    promises: promisesSay(verdicts.length, {
      kept: count('kept'),
      atRisk: count('at risk'),
      broken: count('broken'),
    }),
    goals: goals.length === 0 ? null : goalsSay(goals.length, likely),
  };
}

function headlineOf({
  promises,
  broken,
  goals,
  likely,
}: Readonly<Record<'promises' | 'broken' | 'goals' | 'likely', number>>): string {
  if (broken > 0) return 'It cannot work as it stands: more is promised than can be kept.';
  if (likely < goals) return 'Not every goal is likely to be reached.';
  if (promises === 0) return 'None of its promises can be simulated.';
  if (goals === 0) return 'It can work: the promises can be kept.';
  return 'It can work: the promises can be kept, and the goals are within reach.';
}

interface Counts {
  readonly kept: number;
  readonly atRisk: number;
  readonly broken: number;
}

function promisesSay(all: number, { kept, atRisk, broken }: Counts): string {
  if (all === 0) return 'No promise can be simulated.';
  if (kept === all) return `All ${all} promises that can be simulated are safe.`;
  const parts = [
    ...(kept > 0 ? [`${kept} ${kept === 1 ? 'is' : 'are'} safe`] : []),
    ...(atRisk > 0 ? [`${atRisk} ${atRisk === 1 ? 'is' : 'are'} at risk`] : []),
    ...(broken > 0 ? [`${broken} ${broken === 1 ? 'is' : 'are'} more likely broken than kept`] : []),
  ];
  return `Of ${all} promises that can be simulated ${parts.join(', ')}.`;
}

function goalsSay(all: number, likely: number): string {
  if (likely === all)
    return all === 1
      ? 'The goal is more likely met than missed.'
      : `All ${all} goals are more likely met than missed.`;
  return `Of ${all} ${all === 1 ? 'goal' : 'goals'} ${likely} ${likely === 1 ? 'is' : 'are'} more likely met than missed.`;
}
