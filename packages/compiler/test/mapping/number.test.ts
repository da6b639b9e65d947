import { describe, expect, test } from 'vitest';
import { readDigits, whyNotNumber } from '../../src/mapping/number.ts';

function read(text: string, mark: '.' | ','): string | undefined {
  const digits = readDigits(text, mark);
  return digits && `${digits.negative ? '-' : ''}${digits.whole}.${digits.fraction}`;
}

describe('reading a number', () => {
  test.each([
    ['0', '.', '0.'],
    ['12', '.', '12.'],
    ['-12', '.', '-12.'],
    ['\u221212', '.', '-12.'],
    ['5.0', '.', '5.'],
    ['1.50', '.', '1.5'],
    ['1,234', '.', '1234.'],
    ['1,234,567.89', '.', '1234567.89'],
    ['1.234', ',', '1234.'],
    ['1.234.567,89', ',', '1234567.89'],
    ['1 234 567', ',', '1234567.'],
    ['1\u00A0234,5', ',', '1234.5'],
    ['1\u202F234', '.', '1234.'],
    ["1'234.5", '.', '1234.5'],
    ['1’234', '.', '1234.'],
  ] as const)('%s with the mark %s', (text, mark, expected) => {
    expect(read(text, mark)).toBe(expected);
  });

  test.each([
    ['1,5', '.'],
    ['1,2345', '.'],
    ['12,34', '.'],
    ['1234,567', '.'],
    ["1,234'567", '.'],
    ['0,123', '.'],
    ['1.2.3', '.'],
    ['1.234.567', '.'],
    ['.5', '.'],
    ['5.', '.'],
    ['007', '.'],
    ['+5', '.'],
    ['1e3', '.'],
    ['35%', '.'],
    ['€ 12', '.'],
    ['12 pcs', '.'],
    ['', '.'],
    ['-', '.'],
    ['٣', '.'],
    ['1  234', '.'],
  ] as const)('%s is refused with the mark %s', (text, mark) => {
    expect(read(text, mark)).toBeUndefined();
  });
});

test.each([
  ['35%', 'has a percent sign'],
  ['€ 12', 'has a currency sign'],
  ['12 EUR', 'has a currency sign'],
  ['1e3', 'is written with an exponent'],
  ['007', 'begins with 0, like a code rather than a number'],
  ['1,5', 'has its decimals after `,`'],
  ['many', 'is not a number'],
])('%s %s', (text, why) => {
  expect(whyNotNumber(text, '.')).toBe(why);
});
