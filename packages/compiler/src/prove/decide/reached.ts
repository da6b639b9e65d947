import type { Context, Formula } from '@smarketing/logic';
import type { Stage, Transition } from '../../ir/types.ts';

/**
 * When the moves of one decision can have led a lead to a stage. Where people or time moved it, the order of events is
 * not told apart, so that more may be possible here than is; what rules do after a rule is exact.
 */
export interface Reached {
  /** By rules only, and rules may move it on. */
  readonly ruled: (stage: string) => Formula;
  /** By rules only, the last of them into an exit: nothing moves it on. */
  readonly ended: (stage: string) => Formula;
  /** By people or time, through no exit: anything may move it on. */
  readonly moved: (stage: string) => Formula;
  /** By people or time and then a rule: rules may move it on. */
  readonly movedThenRuled: (stage: string) => Formula;
  /** By people or time, and then by a rule into an exit: nothing moves it on. */
  readonly movedThenEnded: (stage: string) => Formula;
  /** By people or time, into an exit or through one: only people and time move it on. */
  readonly passed: (stage: string) => Formula;
}

interface Ways {
  readonly logic: Context;
  readonly stages: readonly Stage[];
  /** In the order in which they are tried. */
  readonly ordered: readonly Transition[];
  readonly fires: (transition: Transition, from: string) => Formula;
  readonly caused: (transition: Transition) => Formula;
}

type Mode = keyof Reached;
type Step = Map<string, Formula>;

/**
 * One step after the other: people and time lead through each stage at most once, and then rules do; where more steps
 * lead, so many do.
 */
export function reachedFrom(ways: Ways): Reached {
  const { logic, stages, ordered, fires } = ways;
  const exits = new Set(stages.filter(({ exit }) => exit).map(({ id }) => id));
  const all = new Map<string, Formula[]>();
  let step: Step = new Map();
  for (const transition of ordered) {
    for (const from of transition.from) {
      const mode = modeAfter('ruled', transition, exits);
      note(ways, step, { mode, stage: transition.to, when: fires(transition, from) });
    }
  }
  for (let count = 0; count <= 2 * stages.length && step.size > 0; count += 1) {
    for (const [key, formula] of step) all.set(key, [...(all.get(key) ?? []), formula]);
    step = nextStep(ways, exits, step);
  }
  const read = (mode: Mode) => (stage: string) => logic.or(...(all.get(`${mode} ${stage}`) ?? []));
  return {
    ruled: read('ruled'),
    ended: read('ended'),
    moved: read('moved'),
    movedThenRuled: read('movedThenRuled'),
    movedThenEnded: read('movedThenEnded'),
    passed: read('passed'),
  };
}

function modeAfter(before: Mode, { by, to }: Transition, exits: ReadonlySet<string>): Mode {
  const isExit = exits.has(to);
  if (by !== 'rule') return before === 'passed' || isExit ? 'passed' : 'moved';
  if (before === 'ruled') return isExit ? 'ended' : 'ruled';
  return isExit ? 'movedThenEnded' : 'movedThenRuled';
}

function note(
  { logic }: Ways,
  into: Step,
  { mode, stage, when }: { readonly mode: Mode; readonly stage: string; readonly when: Formula },
): void {
  if (when === logic.false) return;
  const key = `${mode} ${stage}`;
  into.set(key, logic.or(into.get(key) ?? logic.false, when));
}

/** After a rule only rules move a lead on: their moves happen at the moment of the decision. */
function mayFollow(mode: Mode, { by }: Transition): boolean {
  if (mode === 'moved') return true;
  if (mode === 'passed') return by !== 'rule';
  return (mode === 'ruled' || mode === 'movedThenRuled') && by === 'rule';
}

function nextStep(ways: Ways, exits: ReadonlySet<string>, step: Step): Step {
  const { logic, ordered, caused } = ways;
  const made: Step = new Map();
  for (const [key, formula] of step) {
    const [word = '', stage = ''] = key.split(' ');
    const mode = word as Mode;
    let none = formula;
    for (const transition of ordered.filter(({ from }) => from.includes(stage))) {
      if (!mayFollow(mode, transition)) continue;
      const when = logic.and(none, caused(transition));
      note(ways, made, { mode: modeAfter(mode, transition, exits), stage: transition.to, when });
      if (transition.by === 'rule') none = logic.and(none, logic.not(caused(transition)));
    }
  }
  return made;
}
