// What who installs the engine relies on, checked by the compiler: `npm run typecheck`. Nothing here is run.
import {
  assign,
  decide,
  type Decision,
  type GradeId,
  type LeadInput,
  parseLead,
  type PersonaId,
  slaStatus,
} from '@smarketing/engine-starter';

const input: LeadInput = { id: '1', created_at: 0, role: 'manager' };
// @ts-expect-error: no such option
export const option: LeadInput = { ...input, role: 'boss' };

const decision: Decision = decide(parseLead(input), { asOf: 0 });
// Without grades there is none
export const grade: null = decision.grade;
export const none: [GradeId] extends [never] ? true : false = true;

// Every persona is told apart, and none can be forgotten
export function greeting(persona: PersonaId | null): string {
  switch (persona) {
    case 'owner_of_small_company':
      return 'Dear owner';
    case 'department_manager':
      return 'Dear manager';
    case null:
      return 'Hello';
    default:
      return persona satisfies never;
  }
}

export const promises: readonly ('answer' | 'first_call')[] = slaStatus(parseLead(input), { asOf: 0 }).map(
  ({ id }) => id,
);
export const owner: string | null = assign(null, 'sales_desk').owner;
