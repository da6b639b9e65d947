import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runtimeText, runtimeTextPath } from './runtime-text.ts';

test('the text that engines get is that of the files in runtime/', () => {
  // If this fails: node packages/compiler/test/emit/runtime-text.ts
  expect(readFileSync(runtimeTextPath, 'utf8')).toBe(runtimeText());
});
