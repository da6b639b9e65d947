import type { Agreement, Fade } from '../../ir/types.ts';
import { literal, numeral } from '../encode/typescript.ts';
import { lines } from './code.ts';

type HalfLife = Extract<Fade, { kind: 'half_life' }>;

/** The tables of the half-lives that are used, each once. */
export interface FadeTables {
  readonly nameOf: (fade: HalfLife) => string;
  readonly code: string;
}

export function fadeTables({ scores }: Agreement): FadeTables {
  const fades = scores.flatMap(({ rules }) =>
    rules.flatMap((rule) =>
      rule.kind === 'event_rule' && rule.fades?.kind === 'half_life' ? [rule.fades] : [],
    ),
  );
  const byTable = new Map(fades.map((fade) => [fade.factors.join(), fade]));
  const tables = [...byTable.keys()];
  const nameOf = ({ factors }: HalfLife): string => `fade_${tables.indexOf(factors.join())}`;
  const code = [...byTable.values()].flatMap((fade) => [
    `/** What is left after each whole day of a half-life of ${numeral(fade.half_life_days)} days, in millionths. */`,
    `const ${nameOf(fade)} = /* @__PURE__ */ ${factors(fade)};`,
  ]);
  return { nameOf, code: lines(code) };
}

/** A power is good to some 15 digits, so this far from the middle every engine rounds it alike. */
const margin = 1e-6;

/** The table by its formula, and the values that the formula does not give for sure. */
function factors({ half_life_days: days, factors }: HalfLife): string {
  const close = [...factors.entries()].filter(([age, factor]) => {
    const exact = 1_000_000 * 2 ** (-age / days);
    return Math.round(exact) !== factor || Math.abs(exact - Math.floor(exact) - 0.5) < margin;
  });
  return `factorsOf(${numeral(days)}, ${factors.length}, ${literal(Object.fromEntries(close))})`;
}

/** Adds what an event at `at` is worth by `asOf` to a sum. */
export function addFaded(name: string, points: number, fade: Fade, fades: FadeTables): string {
  switch (fade.kind) {
    case 'half_life':
      return `${name} += ${fades.nameOf(fade)}[Math.floor((asOf - at) / 86400000)] ?? 0;`;
    case 'expires':
      return `if (asOf - at <= ${numeral(fade.after_ms)}) ${name}++;`;
    case 'lose': {
      const lost = `${numeral(fade.points)} * Math.floor((asOf - at) / ${numeral(fade.every_ms)})`;
      return points > 0
        ? `${name} += Math.max(0, ${numeral(points)} - ${lost});`
        : `${name} += Math.min(0, ${numeral(points)} + ${lost});`;
    }
  }
}
