import type { Meeting } from '../ir/types.ts';
import type { Context } from './context.ts';
import { declareId } from './declare.ts';

/** The meetings. */
export function lowerMeetings(context: Context): Meeting[] {
  return Object.entries(context.files.cadence?.data.meetings ?? {}).map(([id, input]) => {
    const at = context.root('cadence').at('meetings', id);
    declareId(context, id, 'meeting', at.key);
    input.who.forEach((role, index) =>
      context.resolve('role', context.scope.roles, role, at.at('who', index)),
    );
    return { kind: 'meeting', id, ...input, on: input.on ?? null, at: input.at ?? null, span: at.whole };
  });
}
