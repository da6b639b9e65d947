import { CannotRun } from '../cannot-run.ts';

const limits = { weeks: [1, 260], runs: [1, 100_000], threads: [1, 256], pool: [100, 1_000_000] } as const;

/** Refuses sizes that nobody can mean. */
export function refuseSizes(options: Partial<Record<keyof typeof limits, number>>): void {
  for (const [name, [least, most]] of Object.entries(limits)) {
    const given = options[name as keyof typeof limits];
    if (given !== undefined && (given < least || given > most))
      throw new CannotRun(`--${name} cannot be ${given}.`, `Choose from ${least} to ${most}.`);
  }
}
