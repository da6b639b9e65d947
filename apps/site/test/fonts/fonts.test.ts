import { readFileSync } from 'node:fs';
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
