import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Context, createSession } from '../src/index.ts';

test('the example of the README does what it says', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const said = [...block.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, word]) => word);
  const log = vi.fn<(word: unknown) => void>();
  const code = block.replace(/^import .*$/gm, '');
  // oxlint-disable-next-line typescript/no-implied-eval -- the README's own code is what is tested
  new Function('Context', 'createSession', 'console', code)(Context, createSession, { log });
  expect(log.mock.calls.map(([word]) => (typeof word === 'bigint' ? `${word}n` : String(word)))).toEqual(
    said,
  );
  expect(said.length).toBe(4);
});
