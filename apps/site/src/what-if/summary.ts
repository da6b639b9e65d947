import { upperFirst } from '@smarketing/compiler/words';
import type { Results } from '@smarketing/simulator';
import { verdictOf } from '@smarketing/simulator';
import type { Estimate } from './estimate.ts';
import { changeWords, isNothing, rangeWords } from './figures.ts';

/** What a proposal comes to: in a few sentences, and in a few words. */
export interface Summary {
  readonly sentences: readonly string[];
  readonly short: string;
}

export function summaryOf(
  { differences, before, after }: Estimate,
  { outcomes, currency }: Names,
): Summary | null {
  if (before === null || after === null) return null;
  const broken = newlyBroken(before, after);
  const mended = newlyBroken(after, before);
  const shown = differences.filter(({ id }) => outcomes.has(id));
  const changes = shown
    .filter(({ clear }) => clear)
    .map((one) => `${outcomes.get(one.id)} ${changeWords(one, currency)} (${rangeWords(one, currency)})`);
  const isSame = shown.every(({ change }) => isNothing(change));
  const funnel =
    changes.length > 0
      ? changes.slice(0, most)
      : [isSame ? 'the funnel stays as it is' : 'no clear change in the funnel'];
  const promises = [
    ...(broken.length > 0 ? [`Breaks ${counted(broken.length)}`] : []),
    ...(mended.length > 0 ? [`Mends ${counted(mended.length)}`] : []),
  ];
  return {
    sentences: [
      ...[broken, mended].flatMap((says, index) =>
        says.length === 0 ? [] : [`${index === 0 ? 'This breaks' : 'This mends'}: ${says.join(' ')}`],
      ),
      `${upperFirst(funnel.join('; '))}.`,
    ],
    short: [...promises, upperFirst(funnel[0] ?? '')].join('. '),
  };
}

const most = 3;

export interface Names {
  /** The outcomes of the funnel, by id. */
  readonly outcomes: ReadonlyMap<string, string>;
  readonly currency: string;
}

const counted = (count: number): string => (count === 1 ? 'a promise' : `${count} promises`);

/** The promises that are broken on the second side alone, in their own words. */
function newlyBroken(before: Results, after: Results): readonly string[] {
  return after.promises.flatMap(({ id, says, probability }) => {
    const known = before.promises.find((one) => one.id === id)?.probability ?? null;
    if (known === null || probability === null) return [];
    return verdictOf(probability) === 'broken' && verdictOf(known) !== 'broken' ? [`“${says}”`] : [];
  });
}
