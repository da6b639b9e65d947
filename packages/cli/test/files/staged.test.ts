import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFiles } from '../../src/files/staged.ts';
import { temporaryFolder } from '../test-io.ts';

test('some files of a folder are replaced together, or none of them', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.yaml'), 'old');
  const a = { path: 'a.yaml', text: 'new' };
  expect(() => replaceFiles(folder, [a, { path: 'nowhere/b.yaml', text: 'new' }])).toThrow('nowhere');
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('old');
  replaceFiles(folder, [a, { path: 'b.yaml', text: 'new' }]);
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['a.yaml', 'b.yaml']);
});
