import type { Agreement, LeadCase, SlaStatus, SlaStep } from '../../src/ir/index.ts';
import { evaluate, readLead, slaStatus } from '../../src/ir/index.ts';
import type { Engine } from './engines.ts';

export interface SlaComparison {
  /** How many promises were in each state. */
  readonly states: Readonly<Record<string, number>>;
  /** How many steps there were of each kind. */
  readonly steps: Readonly<Record<string, number>>;
  readonly differences: readonly string[];
}

/** What engine and reference say of the promises about each lead, and the laws that a status has to keep. */
export function compareStatus(
  agreement: Agreement,
  engine: Engine,
  cases: Iterable<LeadCase>,
): SlaComparison {
  const states: Record<string, number> = {};
  const steps: Record<string, number> = {};
  const differences: string[] = [];
  for (const { input, asOf } of cases) {
    const reading = readLead(agreement, input);
    if ('problems' in reading) continue;
    const wanted = slaStatus(agreement, reading.lead, { asOf });
    const got = engine.slaStatus(engine.parseLead(input), { asOf });
    const broken = wanted.flatMap((status) => brokenLaws(agreement, status));
    if (JSON.stringify(wanted) !== JSON.stringify(got)) broken.push(`\n${show(wanted)}\n${show(got)}`);
    const decided = evaluate(agreement, reading.lead, { asOf }).promises.map(shared);
    const told = wanted.filter(({ state }) => state !== 'not_started').map(shared);
    if (JSON.stringify(decided) !== JSON.stringify(told)) broken.push('not what the decision says');
    if (broken.length > 0) differences.push(`${broken.join('; ')} of ${show({ input, asOf })}`);
    for (const { state, steps: list } of wanted) {
      states[state] = (states[state] ?? 0) + 1;
      for (const { kind } of list) steps[kind] = (steps[kind] ?? 0) + 1;
    }
    if (differences.length === 3) break;
  }
  return { states, steps, differences };
}

/** What a status and a decision both tell. */
function shared({
  id,
  state,
  started_at,
  due_at,
  stopped_at,
}: Pick<SlaStatus, 'id' | 'state' | 'started_at' | 'due_at' | 'stopped_at'>): unknown {
  return [id, state, started_at, due_at, stopped_at];
}

function brokenLaws({ promises }: Agreement, status: SlaStatus): string[] {
  const { id, state, due_at, stopped_at, used_ms, left_ms, steps } = status;
  if (state === 'not_started') return steps.length === 0 && used_ms === null ? [] : [`${id} has not started`];
  const promise = promises.find((promise) => promise.id === id);
  const within = promise !== undefined && 'within_ms' in promise ? promise.within_ms : NaN;
  const moments = steps.flatMap((step) => momentOf(step) ?? []);
  const days = steps.flatMap((step) => ('day' in step && step.day !== null ? [step.day] : []));
  const onTheWay = sum(steps.filter(({ kind }) => kind === 'open'));
  const laws = {
    'the working time of the steps that count is the time used': sum(steps.filter(counts)) === used_ms,
    'the steps to the deadline are the promised time': due_at === null || onTheWay === within,
    'what is left is what was promised less what was used': left_ms === Math.max(0, within - (used_ms ?? 0)),
    'moments follow each other': moments.every((at, index) => index === 0 || at >= (moments[index - 1] ?? 0)),
    'days follow each other': days.every((day, index) => index === 0 || day >= (days[index - 1] ?? '')),
    'it starts first': steps[0]?.kind === 'started',
    'it is stopped where it says so': steps.some(({ kind }) => kind === 'stopped') === (stopped_at !== null),
    'only what is broken is overdue': state === 'broken' || !steps.some(({ kind }) => kind === 'overdue'),
  };
  return Object.entries(laws).flatMap(([law, holds]) => (holds ? [] : [`${id}: ${law}: ${show(status)}`]));
}

function counts(step: SlaStep): boolean {
  return step.kind === 'overdue' || (step.kind === 'open' && step.counted);
}

function sum(steps: readonly SlaStep[]): number {
  return steps.reduce((total, step) => total + ('work_ms' in step ? step.work_ms : 0), 0);
}

function momentOf(step: SlaStep): number | null {
  if ('at' in step) return step.at;
  return 'from' in step ? step.from : null;
}

function show(value: unknown): string {
  return JSON.stringify(value);
}
