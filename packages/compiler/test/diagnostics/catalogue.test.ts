import { catalogue, codes } from '@smarketing/compiler';
import { explainCode } from '@smarketing/compiler/explain';
import { describe, expect, test } from 'vitest';

describe.each(codes)('%s', (code) => {
  const { message, help, why } = catalogue[code];

  test('says what happened, what to do and why, in sentences', () => {
    expect(code).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    for (const text of [help, why]) expect(text).toMatch(/[.?}]$/);
    expect(message).toMatch(/[.}]$/);
    for (const text of [message, help, why]) expect(text.length).toBeGreaterThan(4);
    expect(`${message} ${help}`).not.toMatch(/oops|sorry|invalid/i);
  });

  test('can be explained', () => {
    const text = explainCode(code) ?? '';
    expect(text.startsWith(code)).toBe(true);
    expect(text).toContain(why);
    expect(text).not.toMatch(/\{\w+\}/);
  });
});

test.each(['', 'nothing-like-it', 'constructor', '__proto__'])('“%s” is no code', (code) => {
  expect(explainCode(code)).toBeUndefined();
});
