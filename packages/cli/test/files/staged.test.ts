import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceOutput } from '../../src/files/output.ts';
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

test('a link where a file is written first is not followed', () => {
  const folder = temporaryFolder();
  const dear = join(temporaryFolder(), 'dear');
  writeFileSync(dear, 'dear');
  for (let at = 0; at < 100; at += 1)
    symlinkSync(dear, join(folder, `.a.yaml.${process.pid}-${at}.smarketing`));
  replaceFiles(folder, [{ path: 'a.yaml', text: 'new' }]);
  expect(readFileSync(dear, 'utf8')).toBe('dear');
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('new');
});

test.each(['', 'new', 'old'])('a waiting set with links (%j) is not put in its places', (link) => {
  const [out, elsewhere] = [temporaryFolder(), temporaryFolder()];
  const ready = join(out, '.smarketing-ready');
  const real = link === '' ? elsewhere : ready;
  for (const name of ['new', 'old'])
    mkdirSync(join(name === link ? elsewhere : join(real, name), 'dear'), { recursive: true });
  symlinkSync(elsewhere, join(ready, link));
  mkdirSync(join(out, 'dear'));
  const before = readdirSync(elsewhere, { recursive: true });
  writeFileSync(join(out, 'dear/hostile'), '');
  replaceOutput(out, [{ path: 'generated/index.js', text: 'new' }]);
  expect(readdirSync(elsewhere, { recursive: true })).toEqual(before);
  expect(readdirSync(out)).toEqual(['dear', 'generated']);
  expect(existsSync(join(out, 'dear/hostile'))).toBe(true);
});
