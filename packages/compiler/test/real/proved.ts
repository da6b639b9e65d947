import { prove } from '../../src/index.ts';
import { agreementOf, type Judged, type Name, type Sources } from './agreements.ts';

/** What the proofs find: each place and code once, and how much is neither proved nor refuted. */
export interface Proved {
  readonly found: readonly string[];
  readonly notProved: number;
}

export function proved(name: Name, sources: Sources): Proved {
  const { findings } = prove(agreementOf(name, sources));
  const found = findings.filter(({ code }) => code !== 'not-proved');
  return {
    found: once(found.map(({ span, code }) => `${span.file}:${span.line} ${code}`)),
    notProved: findings.length - found.length,
  };
}

/** The findings of `cases.json` as `proved` tells them. */
export function judged(list: readonly Judged[]): readonly string[] {
  return once(list.map(({ at, code }) => `${at} ${code}`));
}

function once(list: readonly string[]): readonly string[] {
  return [...new Set(list)].toSorted();
}
