import type { Model } from '../model/types.ts';

/** The step that a lead takes at `u`, when so much is left of what leads on; what is lost goes to the exits. −1 is none. */
export function chooseStep(
  { stages, steps }: Model,
  values: Float64Array,
  stage: number,
  left: number,
  u: number,
): number {
  const own = (stages[stage] as Model['stages'][number]).steps;
  const scale = left < 1 ? exitScale({ stages, steps }, values, own, left) : 1;
  let sum = 0;
  for (let i = 0; i < own.length; i++) {
    const step = own[i] as number;
    const { rate, to } = steps[step] as Model['steps'][number];
    const isExit = (stages[to] as Model['stages'][number]).exit;
    sum += ((values[rate] as number) / 10_000) * (isExit ? scale : left);
    if (u < sum) return step;
  }
  return -1;
}

function exitScale(
  { stages, steps }: Pick<Model, 'stages' | 'steps'>,
  values: Float64Array,
  own: readonly number[],
  left: number,
): number {
  let [on, out] = [0, 0];
  for (const step of own) {
    const { rate, to } = steps[step] as Model['steps'][number];
    if ((stages[to] as Model['stages'][number]).exit) out += values[rate] as number;
    else on += values[rate] as number;
  }
  return out > 0 ? 1 + (on * (1 - left)) / out : 1;
}
