import type { Persona } from '../ir/types.ts';
import { readCondition } from './conditions.ts';
import type { Context } from './context.ts';

/** The personas, in the order in which they are tried. */
export function lowerPersonas(context: Context): Persona[] {
  return Object.entries(context.files.personas?.data.personas ?? {}).map(([id, input]) => {
    const at = context.root('personas').at('personas', id);
    return {
      kind: 'persona',
      id,
      title: input.title,
      who: input.who ?? null,
      when: readCondition(context, at.at('when')),
      goals: input.goals ?? [],
      pains: input.pains ?? [],
      questions: input.questions ?? [],
      needs: Object.entries(input.needs ?? {}).map(([stage, need]) => {
        context.resolveKey('stage', context.scope.stages, stage, at.at('needs', stage));
        return {
          stage,
          content: need.content ?? [],
          offer: need.offer ?? null,
          talking_points: need.talking_points ?? [],
        };
      }),
      span: at.whole,
    };
  });
}
