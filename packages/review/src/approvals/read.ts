import type { Party } from '@smarketing/compiler/ir';
import type { Approval, Approvals } from './approvals.ts';

/** Approvals as a file holds them, or what is wrong with it, in words. */
export type ReadApprovals = { readonly approvals: Approvals } | { readonly problem: string };

/** So much of a file is looked at. */
const most = { members: 10_000, approvals: 10_000, changes: 100_000 };

/**
 * Reads approvals from JSON that anybody may have written.
 *
 * ```json
 * {
 *   "author": "@ann",
 *   "members": { "@acme/sales-leads": ["@sam"] },
 *   "approvals": [{ "by": "@sam", "for": "sales", "changes": ["3f…"] }]
 * }
 * ```
 */
export function readApprovals(text: string): ReadApprovals {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'It is not JSON.' };
  }
  if (!isRecord(value)) return { problem: 'It is not an object.' };
  const { author, members = {}, approvals = [], ...others } = value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    return { problem: `It has a key that nobody reads: ${JSON.stringify(unknown.slice(0, 60))}.` };
  if (!isName(author)) return { problem: '`author` is not the name of an account.' };
  if (!isMembers(members)) return { problem: '`members` does not list the names of accounts by team.' };
  if (!Array.isArray(approvals) || approvals.length > most.approvals)
    return { problem: '`approvals` is not a list.' };
  const at = approvals.findIndex((one) => !isApproval(one));
  if (at >= 0)
    return {
      problem: `\`approvals\` has an entry that is none, at ${at + 1}: it needs \`by\`, an account, and \`changes\`, a list of fingerprints as \`smarketing approvals --format json\` tells them (64 hexadecimal digits); it may have \`for\`: marketing or sales.`,
    };
  return { approvals: { author, members, approvals: approvals.filter(isApproval) } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^@?[\w.-]+(\/[\w.-]+)?$/.test(value) && value.length <= 200;
}

function isMembers(value: unknown): value is Approvals['members'] {
  if (!isRecord(value) || Object.keys(value).length > most.members) return false;
  return Object.entries(value).every(
    ([team, all]) => isName(team) && Array.isArray(all) && all.every(isName),
  );
}

function isApproval(value: unknown): value is Approval {
  if (!isRecord(value)) return false;
  const { by, for: party, changes, ...others } = value;
  const isParty =
    party === undefined || (['marketing', 'sales'] satisfies Party[]).some((one) => one === party);
  const isList = Array.isArray(changes) && changes.length <= most.changes;
  return isName(by) && isParty && isList && changes.every(isFingerprint) && Object.keys(others).length === 0;
}

function isFingerprint(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
