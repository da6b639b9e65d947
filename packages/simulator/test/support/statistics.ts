export function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** Of the mean. */
function standardError(values: readonly number[]): number {
  const middle = mean(values);
  const sum = values.reduce((a, value) => a + (value - middle) ** 2, 0);
  return Math.sqrt(sum / (values.length - 1) / values.length);
}

/**
 * A mean farther off than so many standard errors is wrong. With a right program one seed in 100,000 is (normal distribution, both
 * sides); the seeds of these tests are fixed, so a failure is a change.
 */
export const rare = 4.42;

/** How many standard errors the mean of values lies from what it should be. */
export function errorsFrom(values: readonly number[], wanted: number): number {
  const error = Math.max(standardError(values), 1e-12 * Math.abs(wanted));
  return Math.abs(mean(values) - wanted) / error;
}

/** How many standard errors the means of two lists lie apart. */
export function errorsBetween(a: readonly number[], b: readonly number[]): number {
  return Math.abs(mean(a) - mean(b)) / Math.hypot(standardError(a), standardError(b));
}
