import type { Change } from '../changes/change.ts';
import type { Review } from '../review.ts';
import { type Bump, bumpOf } from '../versions/bump.ts';
import type { KeptVersion } from '../versions/kept.ts';

interface Told {
  readonly changes: readonly Pick<Change, 'level' | 'harderFor'>[];
  readonly bump: Bump;
}

/** Whether leads are decided otherwise, in one sentence. */
export function proofSentence({ changes, differences }: Pick<Review, 'changes' | 'differences'>): string {
  const { verdict, reason, points } = differences;
  switch (verdict) {
    case 'same':
      return points.length === 0 || changes.length === 0
        ? 'Proved: no lead is decided differently.'
        : 'Proved: no lead is decided differently; some have other points.';
    case 'different':
      return 'Proved: no leads but those listed are decided differently.';
    case 'unknown':
      return `Not proved: which leads are decided differently is not known (${reason ?? 'no reason is known'}).`;
  }
}

/** What a change comes to, in one sentence. */
export function verdictSentence({ changes, bump }: Told): string {
  const count = (level: string): number => changes.filter((change) => change.level === level).length;
  const [breaking, notable, wording] = ['breaking', 'notable', 'wording'].map(count);
  if (bump === 'none') return 'Nothing changes: both versions say the same.';
  if (!breaking && !notable && !wording) return 'Nothing changes: the same rules are written otherwise.';
  if (!breaking && !notable) return 'Only the wording changes.';
  const parts = [...(breaking ? [`${breaking} breaking`] : []), ...(notable ? [`${notable} notable`] : [])];
  const number = (breaking ?? 0) + (notable ?? 0);
  return `${parts.join(' and ')} ${number === 1 ? 'change' : 'changes'}: ${harderSentence(changes)}.`;
}

/** What came with a kept version, in one sentence; of the first one that it is the first. */
export function keptVerdict({ changes: kept }: Pick<KeptVersion, 'changes'>): string {
  if (kept.length === 0) return 'The first version that was kept.';
  const changes = kept.map(({ level, harder_for: harderFor }) => ({ level, harderFor }));
  return verdictSentence({ changes, bump: bumpOf(changes) });
}

function harderSentence(changes: Told['changes']): string {
  const harder = new Set(changes.map(({ harderFor }) => harderFor));
  const isFor = (party: 'marketing' | 'sales'): boolean => harder.has(party) || harder.has('both');
  if (isFor('marketing') && isFor('sales')) return 'harder for both teams';
  if (isFor('marketing')) return 'harder for marketing';
  return isFor('sales') ? 'harder for sales' : 'harder for nobody';
}
