import { scale as anyScale } from '../ir/decimal.ts';

/** `12.5%`: a number with at most two decimals. */
export const percentGrammar = /^-?(0|[1-9]\d{0,12})(\.\d{1,2})?%$/;

/** Hundredths of a percent, for `12.5%`; `undefined` when the text is not a percent with at most two decimals. */
export function parsePercent(text: string): number | undefined {
  return percentGrammar.test(text) ? scale(Number(text.slice(0, -1)), 2) : undefined;
}

/** The number as an integer of 10^−decimals; `undefined` when it has more decimals than that, or is too large to be exact. */
export function scale(value: number, decimals: number): number | undefined {
  const scaled = anyScale(value, decimals);
  return Number.isSafeInteger(scaled) ? scaled : undefined;
}
