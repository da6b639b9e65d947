import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFiles, replaceFolder } from '../../src/files/staged.ts';
import { temporaryFolder } from '../test-io.ts';

test('a set of files takes the place of the old one', () => {
  const folder = join(temporaryFolder(), 'generated');
  mkdirSync(folder);
  writeFileSync(join(folder, 'stale.js'), 'old');
  replaceFolder(folder, [
    { path: 'index.js', text: 'new' },
    { path: 'docs/page.md', text: 'page' },
  ]);
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
    'docs',
    'docs/page.md',
    'index.js',
  ]);
  expect(readFileSync(join(folder, 'index.js'), 'utf8')).toBe('new');
  expect(readdirSync(join(folder, '..'))).toEqual(['generated']);
});

test('when one of them cannot be written, the old set stays', () => {
  const parent = temporaryFolder();
  const folder = join(parent, 'generated');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.js'), 'old');
  const impossible = [
    { path: 'index.js', text: 'new' },
    { path: 'index.js/page.md', text: 'page' },
  ];
  expect(() => replaceFolder(folder, impossible)).toThrow('index.js');
  expect(readFileSync(join(folder, 'index.js'), 'utf8')).toBe('old');
  expect(readdirSync(parent)).toEqual(['generated']);
  expect(existsSync(join(folder, 'index.js/page.md'))).toBe(false);
});

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
