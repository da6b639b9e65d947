import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, readAgreementFolder } from '@smarketing/compiler';
import { expect, test, vi } from 'vitest';
import { reviewData, reviewVersions } from '../src/index.ts';

test('the example of the README does what it says', { timeout: 30_000 }, () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const starter = JSON.stringify(join(import.meta.dirname, '../../../agreements/starter'));
  const code = block.replaceAll(/^import .*$/gm, '').replace("'agreements/starter'", starter);
  const said = [...block.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, words]) => words);
  const log = vi.fn<(...words: readonly unknown[]) => void>();
  const names = { compile, readAgreementFolder, reviewData, reviewVersions };
  // oxlint-disable-next-line typescript/no-implied-eval -- the README's own code is what is tested
  new Function(...Object.keys(names), 'console', code)(...Object.values(names), { log });
  expect(log.mock.calls.map((words) => words.join(' '))).toEqual(said);
});
