import type { BrokenPromise, Forecast, WaysOut } from '../forecast/data.ts';
import { figure } from './figures.ts';

/** What comes before all else: the promises that a change would break. It quotes the agreement: text, not markup. */
export function headline(forecast: Forecast | null): string | null {
  if (forecast?.kind !== 'made' || forecast.broken.length === 0) return null;
  const [first, ...more] = forecast.broken;
  if (first && more.length === 0) return `Forecast: ${first.by} would break a promise. ${brokenWords(first)}`;
  return `Forecast: ${forecast.broken.length} promises would be broken. ${forecast.broken.map(brokenWords).join(' ')}`;
}

/** `“Call each A1 lead within 30 minutes”: 61% is expected, 80% is promised.` */
export function brokenWords({ says, unit, kept, promised }: BrokenPromise): string {
  const verb = unit === 'share' ? 'is' : 'are';
  return `“${says.replace(/\.$/, '')}”: ${figure(kept, unit)} ${verb} expected, ${figure(promised, unit)} ${verb} promised.`;
}

/** What would be enough, each alone, and what would not. */
export function waysWords({ people, within_ms: within, leads }: WaysOut): {
  readonly enough: readonly string[];
  readonly not: readonly string[];
} {
  const ways = [
    people
      ? `${people.times} times as many people: ${people.desks.map(({ desk, people: count }) => `${count} at ${desk}`).join(', ')}`
      : null,
    within === null ? null : `more time: ${timeWords(within)}`,
    leads === null
      ? null
      : `fewer leads: ${figure(leads, 'share')} of them, or others of whom fewer are handed over`,
  ];
  const without = [
    'six times as many people',
    'more time, since too many are never answered',
    'a tenth of the leads',
  ];
  return { enough: ways.filter((way) => way !== null), not: without.filter((_, at) => ways[at] === null) };
}

/** A time that is promised, in ms: `35 working minutes`, from an hour and a half on `2.5 working hours`. */
export function timeWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 90 ? `${minutes} working minutes` : `${(minutes / 60).toFixed(1)} working hours`;
}
