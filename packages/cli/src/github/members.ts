import type { Agreement } from '@smarketing/compiler/ir';
import { at, type GitHub } from './client.ts';
import { GitHubFailure } from './failure.ts';
import { membership, read } from './shapes.ts';

/** Who of those who approve belongs to which team of approvers. */
export interface Members {
  readonly members: Readonly<Record<string, readonly string[]>>;
  /** The teams of which it is not known. */
  readonly unknown: readonly string[];
}

/**
 * Asks for each team that agreements name as approvers which of some accounts are in it. It takes a token that may read the
 * members of the organization; without one, nothing is known of teams.
 */
export async function membersOf(
  github: GitHub | undefined,
  agreements: readonly Agreement[],
  logins: readonly string[],
): Promise<Members> {
  const approvers = agreements.flatMap(({ parties }) => parties.flatMap((party) => party.approvers));
  const teams = [...new Set(approvers.filter((one) => one.includes('/')))];
  if (logins.length === 0) return { members: {}, unknown: [] };
  if (!github) return { members: {}, unknown: teams };
  const members: Record<string, readonly string[]> = {};
  for (const team of teams) members[team] = await thoseIn(github, team, logins);
  return { members, unknown: [] };
}

async function thoseIn(github: GitHub, team: string, logins: readonly string[]): Promise<readonly string[]> {
  const [organization = '', slug = ''] = team.replace(/^@/, '').toLowerCase().split('/');
  const found: string[] = [];
  for (const login of logins) {
    const path = at`/orgs/${organization}/teams/${slug}/memberships/${login}`;
    if (await isActive(github, path)) found.push(login);
  }
  return found;
}

/** GitHub answers 404 for who is not in a team; who was only invited is not in it yet. */
async function isActive(github: GitHub, path: string): Promise<boolean> {
  try {
    return read(membership, await github.get(path), 'membership').state === 'active';
  } catch (error) {
    if (error instanceof GitHubFailure && error.code === 'github-not-found') return false;
    throw error;
  }
}
