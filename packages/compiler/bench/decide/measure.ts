/** Leads a second of CPU; of several rounds the one in the middle. */
export type Rates = ReadonlyMap<string, readonly number[]>;

export interface Side {
  readonly name: string;
  readonly leads: number;
  readonly work: () => unknown;
}

/** Every side in turn, round after round, so that what else the machine does hits all alike. */
export async function measure(sides: readonly Side[], rounds: number): Promise<Rates> {
  const rates = new Map<string, number[]>(sides.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, leads, work } of sides) {
      const before = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(before);
      rates.get(name)?.push(leads / ((user + system) / 1e6));
    }
  }
  return rates;
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
