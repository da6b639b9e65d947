import type { Agreement, Party } from '@smarketing/compiler/ir';
import type { Change } from '../changes/change.ts';
import { neededFor, type Needed } from './rules.ts';

/** That somebody agrees to changes, by what they saw. */
export interface Approval {
  /** Who, such as `@ann`. */
  readonly by: string;
  /** For which team, if they could speak for either. */
  readonly for?: Party;
  /** The fingerprints of the changes that they saw. */
  readonly changes: readonly string[];
}

/** Who wants the change, who belongs to which team of approvers, and who approved. */
export interface Approvals {
  readonly author: string;
  /** The members of what the agreement names as approvers: `{ '@acme/sales-leads': ['@ann'] }`. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  readonly approvals: readonly Approval[];
}

/** An approval that does not count, and why. */
export interface Refused {
  readonly by: string;
  readonly reason: (typeof refusals)[number];
}

export const refusals = ['author', 'not_an_approver', 'which_team', 'both_teams'] as const;

/** What a change needs and has. */
export interface ChangeApproval {
  readonly fingerprint: string;
  readonly needs: Needed;
  readonly given: readonly { readonly by: string; readonly party: Party }[];
  readonly isApproved: boolean;
}

export interface ApprovalState {
  readonly isApproved: boolean;
  readonly changes: readonly ChangeApproval[];
  /** The teams that something still waits for; with `either`, one of the two is enough. */
  readonly waitsFor: readonly (Party | 'either')[];
  readonly refused: readonly Refused[];
}

/**
 * Whether those who must agree to some changes have agreed. The agreement is the old one: no change loosens the rules by which
 * it is approved. An approval is for the changes that it names: a new change asks again, one that is gone asks nobody.
 *
 * ```ts
 * approvalState(changes, { before, given }).waitsFor; // ['sales']
 * ```
 */
export function approvalState(
  changes: readonly Change[],
  { before, given }: { readonly before: Agreement; readonly given: Approvals },
): ApprovalState {
  const { counted, refused } = countedOf(given, before);
  const all = changes.map((change): ChangeApproval => {
    const needs = neededFor(change, before.approvals);
    const own = counted.filter(({ approval }) => approval.changes.includes(change.fingerprint));
    const has = (party: Party): boolean => own.some((one) => one.party === party);
    const isApproved =
      needs.from === 'nobody' || (needs.from === 'all' ? needs.parties.every(has) : needs.parties.some(has));
    const givenBy = own.map(({ approval: { by }, party }) => ({ by, party }));
    return { fingerprint: change.fingerprint, needs, given: givenBy, isApproved };
  });
  const open = all.filter(({ isApproved }) => !isApproved);
  const missing = open.flatMap(({ needs, given: some }): readonly (Party | 'either')[] =>
    needs.from === 'one'
      ? ['either']
      : needs.parties.filter((party) => !some.some((one) => one.party === party)),
  );
  // Whoever is waited for agrees to what needs either team as well.
  const teams = missing.filter((one) => one !== 'either');
  const waitsFor = [...new Set(teams.length > 0 ? teams : missing)].toSorted();
  return { isApproved: open.length === 0, changes: all, waitsFor, refused };
}

interface Counted {
  readonly approval: Approval;
  readonly party: Party;
}

/** Nobody counts for both teams, and the author for none. */
function countedOf(
  { author, members, approvals }: Approvals,
  { parties }: Agreement,
): { readonly counted: readonly Counted[]; readonly refused: readonly Refused[] } {
  const speaks = (who: string): readonly Party[] =>
    parties
      .filter(({ approvers }) =>
        approvers.some(
          (one) => isSame(one, who) || membersOf(members, one).some((member) => isSame(member, who)),
        ),
      )
      .map(({ id }) => id);
  const sides = new Map<string, Party>();
  const counted: Counted[] = [];
  const refused: Refused[] = [];
  for (const approval of approvals) {
    const { by } = approval;
    const may = speaks(by);
    const party = approval.for ?? (may.length === 1 ? may[0] : undefined);
    const refuse = (reason: Refused['reason']): unknown => refused.push({ by, reason });
    if (isSame(by, author)) refuse('author');
    else if (may.length === 0 || (approval.for && !may.includes(approval.for))) refuse('not_an_approver');
    else if (!party) refuse('which_team');
    else if ((sides.get(nameOf(by)) ?? party) !== party) refuse('both_teams');
    else {
      sides.set(nameOf(by), party);
      counted.push({ approval, party });
    }
  }
  return { counted, refused };
}

function membersOf(members: Approvals['members'], team: string): readonly string[] {
  return Object.entries(members).find(([name]) => isSame(name, team))?.[1] ?? [];
}

function isSame(one: string, other: string): boolean {
  return nameOf(one) === nameOf(other);
}

/** Names of accounts and teams are the same in capital letters, and with or without their `@`. */
function nameOf(name: string): string {
  return name.replace(/^@/, '').toLowerCase();
}
