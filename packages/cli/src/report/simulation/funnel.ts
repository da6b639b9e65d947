import type { Results } from '@smarketing/simulator';
import type { Colors } from '../../io.ts';
import { visible } from '../encode/visible.ts';

type All = NonNullable<Results['outcomes'][number]['all']>;

/** A stage of the funnel: who enters it, which share of those of the stage before do, and for how many days they stay. */
export interface FunnelStage {
  readonly title: string;
  readonly entered: All;
  readonly share: All | null;
  readonly days: All | null;
}

/** The stages from the first one to the customer, one after another. */
export function stagesOf({ outcomes }: Results): readonly FunnelStage[] {
  const find = (id: string) => outcomes.find((outcome) => outcome.id === id);
  const cohorts = outcomes.flatMap(({ id, all }) => {
    const [kind, from, to] = id.split('.');
    return kind === 'cohort' ? [{ from, to, share: all }] : [];
  });
  const chain = cohorts.filter(({ from }, index) => index === 0 || from === cohorts[index - 1]?.to);
  return [{ to: chain[0]?.from, share: null }, ...chain].flatMap(({ to, share }) => {
    const { about, all: entered } = find(`entered.${to}`) ?? {};
    if (about === undefined || !entered) return [];
    return [{ title: visible(about), entered, share: share ?? null, days: find(`stay.${to}`)?.all ?? null }];
  });
}

const widest = 24;
const narrowest = 10;

/** Lines with a bar behind each for its number, where the terminal has room for them. */
export function bars(
  lines: readonly string[],
  numbers: readonly number[],
  { tone, width }: { readonly tone: Colors; readonly width: number },
): readonly string[] {
  const begins = Math.max(0, ...lines.map(({ length }) => length)) + 2;
  const room = Math.min(widest, width - begins);
  if (room < narrowest || lines.length !== numbers.length) return lines;
  const most = Math.max(...numbers);
  return lines.map((line, at) => {
    const bar = '█'.repeat(Math.max(1, Math.round(((numbers[at] ?? 0) / most) * room)));
    return line.padEnd(begins) + tone.cyan(bar);
  });
}
