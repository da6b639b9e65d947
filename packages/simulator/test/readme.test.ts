import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import * as simulator from '../src/index.ts';
import { agreementOf, engineOf } from './support/starter.ts';

test('the examples of the README do what they say', { timeout: 60_000 }, async () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const code = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)]
    .map(([, block = '']) => block.replace(/^import .*$/gm, ''))
    .join('\n');
  const agreement = agreementOf('starter');
  const log = vi.fn<(word: unknown) => void>();
  const names = {
    ...simulator,
    agreement,
    engine: await engineOf(agreement),
  };
  // oxlint-disable-next-line typescript/no-implied-eval -- the README's own code is what is tested
  new Function(...Object.keys(names), 'console', code)(...Object.values(names), { log });
  expect(log.mock.calls).toEqual([[true], [true, true], [0], [true, 'answer'], [true, true]]);
});
