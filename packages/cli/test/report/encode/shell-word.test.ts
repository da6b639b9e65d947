import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellWord } from '../../../src/report/encode/shell-word.ts';
import { hostile } from '../hostile.ts';

test('a shell takes it for one word, and nothing runs', () => {
  const words = [
    ...hostile,
    "it's",
    "'; echo canary; '",
    '$(echo canary)',
    '`echo canary`',
    '',
    '-n',
    'two words',
  ].filter((word) => !word.includes('\0') && word.isWellFormed());
  const command = `printf '%s\\n' ${words.map(shellWord).join(' ')}`;
  expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' })).toBe(`${words.join('\n')}\n`);
});

test('a plain path stays as it is', () => {
  expect(shellWord('exports/leads-2026.csv')).toBe('exports/leads-2026.csv');
});
