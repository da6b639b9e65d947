import { expect, test } from 'vitest';
import { jsonText } from '../../../src/report/encode/json.ts';
import { deceiving, hostile } from '../hostile.ts';

test.each(hostile.map((text) => [text.slice(0, 40), text]))('%j is read back as it was', (_, text) => {
  const json = jsonText({ text });
  expect(JSON.parse(json)).toEqual({ text });
  expect(json).not.toMatch(deceiving);
});
