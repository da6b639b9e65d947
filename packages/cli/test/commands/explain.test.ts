import { expect, test } from 'vitest';
import { run } from '../test-io.ts';

test('a page of a code stands on stdout', async () => {
  const { code, stdout, stderr } = await run(['explain', 'unknown-option']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^unknown-option/);
  expect(stdout.length).toBeGreaterThan(100);
});

test('an unknown code gets a suggestion', async () => {
  expect(await run(['explain', 'unknown-optoin'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: There is no finding `unknown-optoin`.\n  Did you mean `unknown-option`?\n',
  });
  expect(await run(['explain', 'xyzzy'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('stands beside'),
  });
});
