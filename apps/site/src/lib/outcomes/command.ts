import type { Results } from '@smarketing/simulator';
import { sizes } from './types.ts';

/** What gives the same figures on a command line. */
export const commandOf = ({ agreement, seed, runs, weeks }: Results): string =>
  `smarketing simulate agreements/${agreement.name} --weeks ${weeks} --runs ${runs} --seed ${seed} --pool ${sizes.pool}`;
