/** The greatest whole number that divides both; of 0 and another, the other. Never below 0. */
export function greatestDivisor(one: number, other: number): number {
  return other === 0 ? Math.abs(one) : greatestDivisor(other, one % other);
}
