import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { englishOf, faceOf, fonts } from '../../src/lib/fonts/fonts.ts';

test.each(fonts)('$family with the letters of English is light, and the same each time', async (font) => {
  const whole = readFileSync(new URL(font.file));
  const [light, again] = [await englishOf(whole, font), await englishOf(whole, font)];
  expect(light).toEqual(again);
  expect(light.length).toBeGreaterThan(5000);
  expect(light.length).toBeLessThan(14_000);
});

test('a face names its file and its letters', () => {
  const [face] = fonts.map(faceOf);
  expect(face).toContain(`url('./figtree.woff2')`);
  expect(face).toContain('unicode-range: U+20-7E, U+A0, U+A3,');
});

/** The letters of a style sheet's faces, each as often as a face has it. */
const lettersIn = (css: string): readonly number[] =>
  Array.from(css.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/giu), ([, first = '', last = first]) => {
    const from = Number.parseInt(first, 16);
    return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, i) => from + i);
  }).flat();

test('no other face has a letter of English', () => {
  const others = readFileSync(join(import.meta.dirname, '../../src/styles/fonts.css'), 'utf8');
  const english = new Set(fonts.flatMap((font) => lettersIn(faceOf(font))));
  expect(english.size).toBeGreaterThan(100);
  expect(lettersIn(others).filter((letter) => english.has(letter))).toEqual([]);
});
