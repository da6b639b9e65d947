import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readAgreementFolder } from '@smarketing/compiler';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smarketing-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

function read(): { readonly names: readonly string[]; readonly found: readonly string[] } {
  const [sources, found] = readAgreementFolder(folder);
  return {
    names: (sources ?? []).map(({ name }) => name),
    found: found.map(({ code, span }) => `${code} ${span.file}`),
  };
}

describe('a folder', () => {
  test('is read in byte order, one level deep, without hidden files and notes', () => {
    for (const name of ['sla.yaml', 'scoring/b.yaml', 'scoring/a.yaml', 'Z.yaml', 'README.md', '.draft.yaml'])
      write(name, 'a: 1');
    expect(read()).toEqual({ names: ['Z.yaml', 'scoring/a.yaml', 'scoring/b.yaml', 'sla.yaml'], found: [] });
  });

  test('is read without what an editor leaves beside a file', () => {
    for (const name of [
      'sla.yaml',
      'sla.yaml~',
      '#sla.yaml#',
      'scoring/fit.yaml~',
      'scoring/#fit.yaml#',
      'a#b',
    ])
      write(name, 'a: 1');
    expect(read()).toEqual({ names: ['sla.yaml'], found: ['file-unknown a#b'] });
  });

  test('keeps a byte order mark out of the text and shows paths with /', () => {
    write('sla.yaml', '\ufeffa: 1');
    const [sources] = readAgreementFolder(`${folder}/`);
    expect(sources).toEqual([{ path: `${folder}/sla.yaml`, name: 'sla.yaml', text: 'a: 1' }]);
  });

  test('may itself be a link', () => {
    write('real/sla.yaml', 'a: 1');
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    expect(readAgreementFolder(join(folder, 'link'))[0]).toHaveLength(1);
  });
});

describe('what only the disk can show', () => {
  test('folder-not-found', () => {
    const [sources, found] = readAgreementFolder(join(folder, 'nowhere'));
    expect(sources).toBeUndefined();
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['folder-not-found', `There is no folder ${folder}/nowhere.`],
    ]);
  });

  test('folder-not-found: a file is none', () => {
    write('sla.yaml', 'a: 1');
    expect(readAgreementFolder(join(folder, 'sla.yaml'))[1].map(({ code }) => code)).toEqual([
      'folder-not-found',
    ]);
  });

  test('file-too-large', () => {
    write('sla.yaml', `# ${'x'.repeat(1_000_000)}`);
    expect(read()).toEqual({ names: [], found: ['file-too-large sla.yaml'] });
  });

  test('folder-too-large: 17 files of a megabyte, or 1,001 files', () => {
    for (let at = 10; at < 27; at++) write(`scoring/${at}.yaml`, `# ${'x'.repeat(999_998)}`);
    expect(read()).toEqual({ names: [], found: ['folder-too-large '] });
    rmSync(join(folder, 'scoring'), { recursive: true });
    for (let at = 0; at < 1001; at++) write(`examples/${at}.yaml`, 'a: 1');
    expect(readAgreementFolder(folder)[1].map(({ message }) => message)).toEqual([
      'The agreement has 1001 files; the most is 1000.',
    ]);
  });

  test('file-not-utf8', () => {
    write('sla.yaml', Uint8Array.of(0x61, 0x3a, 0x20, 0xe9));
    expect(read()).toEqual({ names: [], found: ['file-not-utf8 sla.yaml'] });
  });

  test('file-is-link: a file or a folder elsewhere', () => {
    write('elsewhere/sla.yaml', 'a: 1');
    symlinkSync(join(folder, 'elsewhere/sla.yaml'), join(folder, 'sla.yaml'));
    symlinkSync('/etc', join(folder, 'scoring'));
    expect(read()).toEqual({
      names: ['elsewhere/sla.yaml'],
      found: ['file-is-link scoring', 'file-is-link sla.yaml'],
    });
  });

  test.each(['\n', '\r', '\u001b[31m', '\u202e', '\u009b'])('file-unknown: a name with %j', (hidden) => {
    write(`examples/a${hidden}::error::b.yaml`, 'examples: []');
    const [found, ...others] = read().found;
    expect(found).toMatch(/^file-unknown examples\/a\ufffd(\[31m)?::error::b.yaml$/);
    expect(others).toEqual([]);
  });

  test('file-unknown: another ending, or too deep', () => {
    write('Agreement.docx', 'x');
    write('sla.yml', 'a: 1');
    write('scoring/old/fit.yaml', 'a: 1');
    expect(read().found.toSorted()).toEqual([
      'file-unknown Agreement.docx',
      'file-unknown scoring/old',
      'file-unknown sla.yml',
    ]);
  });
});
