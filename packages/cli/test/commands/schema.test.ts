import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaKinds } from '@smarketing/compiler';
import { expect, test } from 'vitest';
import { help } from '../../src/help.ts';
import { run, temporaryFolder } from '../test-io.ts';

const draft07 = 'http://json-schema.org/draft-07/schema#';

test.each([
  [[], draft07],
  [['--draft', '07'], draft07],
  [['--draft', '2020-12'], 'https://json-schema.org/draft/2020-12/schema'],
])('the schema of a kind stands on stdout %j', async (options, draft) => {
  const { code, stdout, stderr } = await run(['schema', 'scoring', ...options]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ $schema: draft, title: 'scoring.yaml' });
});

test('all schemas are written to a folder, whose other files stay', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'notes.txt'), 'ours');
  const names = schemaKinds.map((kind) => `${kind}.json`);
  expect(await run(['schema', '--out', '.'], { cwd })).toEqual({
    code: 0,
    stdout: names.map((name) => `${name}\n`).join(''),
    stderr: '',
  });
  expect(readdirSync(cwd)).toEqual([...names, 'notes.txt'].toSorted());
  expect(JSON.parse(readFileSync(join(cwd, 'sla.json'), 'utf8'))).toMatchObject({ title: 'sla.yaml' });
});

test('one schema is written to a new folder', async () => {
  const cwd = temporaryFolder();
  expect(await run(['schema', 'sla', '--out', 'editor/schemas'], { cwd })).toMatchObject({
    code: 0,
    stdout: 'editor/schemas/sla.json\n',
  });
  expect(readdirSync(join(cwd, 'editor/schemas'))).toEqual(['sla.json']);
  writeFileSync(join(cwd, 'file'), '');
  expect(await run(['schema', '--out', 'file'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('file cannot be written: a file is where a folder has to be (EEXIST).'),
  });
});

test('a misspelt kind gets a suggestion, any other the kinds, and nothing is written', async () => {
  const cwd = temporaryFolder();
  expect(await run(['schema', 'scorring', '--out', 'schemas'], { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: There is no kind of file `scorring`.\n  Did you mean `scoring`?\n',
  });
  expect(readdirSync(cwd)).toEqual([]);
  expect(await run(['schema', 'xyzzy'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`The kinds are ${schemaKinds.join(', ')}.`),
  });
});

test('without a kind and a folder it asks which', async () => {
  expect(await run(['schema'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('Which schema?'),
  });
});

test('its help names every kind', () => {
  for (const kind of schemaKinds) expect(help.schema).toContain(kind);
});
