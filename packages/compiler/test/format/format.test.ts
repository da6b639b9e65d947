import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from '@smarketing/compiler';
import { describe, expect, test } from 'vitest';
import { findings } from '../parse/helpers.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

function formatted(text: string): string | undefined {
  return format({ path: 'x.yaml', name: 'x.yaml', text })[0];
}

function fixture(name: string, file: string): string {
  return readFileSync(join(fixtures, name, file), 'utf8');
}

describe('one style for', () => {
  test.each(readdirSync(fixtures))('%s', (name) => {
    const after = fixture(name, 'after.yaml');
    expect(formatted(fixture(name, 'before.yaml'))).toBe(after);
    expect(formatted(after)).toBe(after);
  });
});

test.each(['a: 1', 'a: 1\n\n\n', '\na: 1\n'])('one line end stands at the end: %j', (text) => {
  expect(formatted(text)).toBe('a: 1\n');
});

test.each([
  ['a: &x 1\n', 'yaml-anchor'],
  ['a: [1\n', 'yaml-syntax'],
  ['# nothing\n', 'file-empty'],
  ['a: 010\n', 'bad-number'],
])('what the reader refuses is not formatted: %j', (text, code) => {
  const [value, found] = format({ path: 'x.yaml', name: 'x.yaml', text });
  expect(value).toBeUndefined();
  expect(found.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

test('a long file is no problem', () => {
  expect(formatted(`a: 1${'\n'.repeat(300_000)}b: 2\n`)).toBe('a: 1\n\nb: 2\n');
});

test('a text that would not read the same is an error of ours', () => {
  const text = ' ---';
  expect(findings(text)).toEqual([]);
  expect(() => formatted(text)).toThrow('Formatted, x.yaml would have other values; it was left as it is');
});
