import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { buildPool, modelOf, Runner } from '../src/index.ts';
import { agreementOf, engineOf } from './support/starter.ts';

test('the example of the README does what it says', async () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1]?.replace(/^import .*$/gm, '') ?? '';
  const agreement = agreementOf('starter');
  const log = vi.fn<(word: unknown) => void>();
  const names = { buildPool, modelOf, Runner, agreement, engine: await engineOf(agreement) };
  // oxlint-disable-next-line typescript/no-implied-eval -- the README's own code is what is tested
  new Function(...Object.keys(names), 'console', code)(...Object.values(names), { log });
  expect(log.mock.calls).toEqual([[true]]);
});
