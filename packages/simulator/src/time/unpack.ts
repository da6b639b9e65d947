/** Reads the intervals of a compiled calendar: differences in a unit, where `n*d` repeats `n` of them from `d` before. */
export function unpackIntervals(packed: string): { readonly opens: number[]; readonly closes: number[] } {
  const [unit = '1', ...words] = packed.split(' ');
  const steps: number[] = [];
  for (const word of words) {
    const [value = '', distance] = word.split('*');
    const number = parseInt(value, 36);
    if (distance === undefined) steps.push(number);
    else for (let n = 0; n < number; n++) steps.push(steps.at(-parseInt(distance, 36)) ?? 0);
  }
  let sum = 0;
  const bounds = steps.map((step) => (sum += step) * parseInt(unit, 36));
  return { opens: bounds.filter((_, i) => i % 2 === 0), closes: bounds.filter((_, i) => i % 2 === 1) };
}
