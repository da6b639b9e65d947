import type { Persona } from '../ir/types.ts';
import { readCondition } from './conditions.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';

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
      gives_way_to: readGivesWay(context, id, input.gives_way_to ?? [], at.at('gives_way_to')),
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

/** Names of personas that are tried before this one. */
function readGivesWay(context: Context, id: string, others: readonly string[], at: Cursor): string[] {
  const order = [...context.scope.personas.keys()];
  const above = order.slice(0, order.indexOf(id));
  return context.references('persona', context.scope.personas, others, at).filter((other) => {
    if (above.includes(other)) return true;
    context.report('gives-way-downwards', at.item(others.indexOf(other)).span, { persona: id, other });
    return false;
  });
}
