import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import * as compiler from '../src/index.ts';
import * as ir from '../src/ir/index.ts';

test('the examples of the README do what they say', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const code = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)]
    .map(([, block = '']) => block.replace(/^import .*$/gm, ''))
    .join('\n')
    .replace(
      "'agreements/starter'",
      JSON.stringify(join(import.meta.dirname, '../../../agreements/starter')),
    );
  const log = vi.fn<(word: string) => void>();
  const { compile, formatDiagnostic, readAgreementFolder } = compiler;
  const { evaluate, readLead } = ir;
  const names = { compile, formatDiagnostic, readAgreementFolder, evaluate, readLead };
  // oxlint-disable-next-line typescript/no-implied-eval -- the README's own code is what is tested
  new Function(...Object.keys(names), 'console', code)(...Object.values(names), { log, error: log });
  expect(log.mock.calls).toEqual([['visitor']]);
});
