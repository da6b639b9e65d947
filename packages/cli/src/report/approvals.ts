import { type ApprovalState, type Change, type Needed, refusedWords } from '@smarketing/review';
import { colors, type Io } from '../io.ts';
import { visible } from './encode/visible.ts';
import { wrapped } from './text.ts';

/** The changes of an agreement, and who agrees to them. */
export interface Asked {
  readonly name: string;
  readonly changes: readonly Change[];
  readonly state: ApprovalState;
}

/** Who must agree to what, for people. */
export function approvalLines({ name, changes, state }: Asked, io: Io): readonly string[] {
  const paint = colors(io, 'stdout');
  const columns = Math.min(io.columns, 110);
  const lines = [
    paint.bold(visible(name)),
    state.isApproved ? paint.green('Approved.') : paint.yellow(`Waits for ${waiting(state)}.`),
  ];
  for (const [at, change] of changes.entries()) {
    const own = state.changes[at];
    if (!own) continue;
    const [first = '', ...rest] = wrapped(visible(change.says), columns - 4);
    const given = own.given.map(({ by, party }) => `${visible(by)} for ${party}`).join(', ');
    const says = [needs(own.needs), given === '' ? '' : `given by ${given}`, change.fingerprint]
      .filter(Boolean)
      .join(' · ');
    lines.push(
      `  ${own.isApproved ? paint.green('✓') : paint.yellow('…')} ${first}`,
      ...rest.map((line) => `    ${line}`),
      `    ${paint.dim(says)}`,
    );
  }
  return [
    ...lines,
    ...state.refused.map(({ by, reason }) => `  ${paint.red('✗')} ${visible(by)} ${refusedWords[reason]}`),
  ];
}

function needs({ from, parties }: Needed): string {
  if (from === 'nobody') return 'needs nobody: proved to decide the same';
  return `needs ${parties.join(from === 'all' ? ' and ' : ' or ')}`;
}

function waiting({ waitsFor }: ApprovalState): string {
  return waitsFor.map((one) => (one === 'either' ? 'one of the two teams' : one)).join(', and for ');
}
