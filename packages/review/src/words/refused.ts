import type { Refused } from '../approvals/approvals.ts';

/** Why an approval does not count, after the name of who gave it. */
export const refusedWords: Readonly<Record<Refused['reason'], string>> = {
  author: 'proposed the change, so that their own approval does not count.',
  not_an_approver: 'does not speak for a team that has to agree.',
  which_team: 'could speak for either team, and must say for which: “for sales” or “for marketing”.',
  both_teams: 'speaks for one team already, and nobody speaks for both.',
};
