import type { Fade } from './types.ts';

const day = 86_400_000;
const millionths = 1_000_000n;

/** What events of these ages give together: summed exactly, rounded once, half away from zero. */
export function fadedPoints(points: number, fade: Fade | null, ages: readonly number[]): number {
  if (fade === null) return points * ages.length;
  switch (fade.kind) {
    case 'half_life': {
      const { factors } = fade;
      const left = ages.map((age) => factors[Math.floor(age / day)] ?? 0);
      return roundMillionths(BigInt(points) * BigInt(total(left)));
    }
    case 'expires':
      return points * ages.filter((age) => age <= fade.after_ms).length;
    case 'lose':
      return total(ages.map((age) => nearerToZero(points, fade.points * Math.floor(age / fade.every_ms))));
  }
}

/** A number of millionths as a whole number; 5,000 events of 10,000.000 points need more than 53 bits. */
function roundMillionths(sum: bigint): number {
  const size = sum < 0n ? -sum : sum;
  const rounded = Number((size + millionths / 2n) / millionths);
  return sum < 0n ? 0 - rounded : rounded;
}

function nearerToZero(points: number, lost: number): number {
  return points > 0 ? Math.max(0, points - lost) : Math.min(0, points + lost);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
