import { type ApprovalRules, neededFor, type Review, reviewData } from '../../src/index.ts';

/** A review as lines for people who check it. */
export function told(review: Review, rules: ApprovalRules): string {
  const { verdict, bump, proof, changes } = reviewData(review);
  return [
    verdict,
    `bump: ${bump}`,
    `proof: ${proof.says}`,
    '',
    ...changes.flatMap((change) => {
      const { from, parties } = neededFor(change, rules);
      const needs = from === 'nobody' ? 'nobody' : parties.join(from === 'all' ? ' and ' : ' or ');
      return [
        `${change.level} ${change.kind} ${change.about}`,
        `  ${change.says}`,
        `  harder for: ${change.harderFor}; needs: ${needs}`,
      ];
    }),
    '',
    ...proof.sets.flatMap(({ what, who, besides, how, example }) => [
      `${what} (${how})`,
      ...who.map((line) => `  where ${line}`),
      ...besides.map((line) => `  and ${line}`),
      example === null ? '  no lead shows it' : '  a lead shows it',
    ]),
    ...proof.deadlines.map(({ says }) => says),
    ...(proof.points.length > 0 ? [`points: ${proof.points.join(', ')}`] : []),
    '',
  ].join('\n');
}
