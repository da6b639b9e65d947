import type { Agreeing, Agreement, ChangeTopic } from '@smarketing/compiler/ir';
import type { Change, Part } from '../changes/change.ts';

/** Who must agree to which changes. */
export type ApprovalRules = Agreement['approvals'];

const topics: Readonly<Record<Part, Exclude<ChangeTopic, 'wording'>>> = {
  acceptance: 'handoff',
  agreement: 'agreement',
  assertion: 'agreement',
  assumption: 'other',
  attribution: 'plans',
  band: 'scoring',
  calendar: 'promises',
  event: 'definitions',
  example: 'other',
  field: 'definitions',
  goal: 'plans',
  grade: 'scoring',
  group: 'scoring',
  holiday: 'promises',
  incentive: 'plans',
  mapping: 'other',
  meeting: 'plans',
  notice: 'handoff',
  party: 'agreement',
  person: 'handoff',
  persona: 'definitions',
  promise: 'promises',
  queue: 'handoff',
  recycling: 'handoff',
  rejection: 'handoff',
  role: 'agreement',
  route: 'handoff',
  routing: 'handoff',
  rule: 'scoring',
  score: 'scoring',
  stage: 'definitions',
  term: 'definitions',
  transition: 'funnel',
  waiver: 'agreement',
};

/** Which teams must agree to a change: all of `all`, or one of them if it says `one`. */
export interface Needed {
  readonly from: 'nobody' | 'one' | 'all';
  readonly parties: readonly ('marketing' | 'sales')[];
}

const both = ['marketing', 'sales'] as const;

export function neededFor(
  change: Pick<Change, 'part' | 'level' | 'harderFor'>,
  rules: ApprovalRules,
): Needed {
  const { part, level, harderFor } = change;
  if (level === 'equivalent') return { from: 'nobody', parties: [] };
  const rule = level === 'wording' ? rules.wording : rules[topics[part]];
  if (rule !== 'harder_for') return neededBy(rule);
  return neededBy(harderFor === 'nobody' ? 'either' : harderFor);
}

function neededBy(rule: Exclude<Agreeing, 'harder_for'>): Needed {
  if (rule === 'both') return { from: 'all', parties: both };
  if (rule === 'either') return { from: 'one', parties: both };
  return { from: 'all', parties: [rule] };
}
