import { compile, hasErrors } from '@smarketing/compiler';
import { describe, expect, test } from 'vitest';
import { attacked, attacks } from './attacks.ts';

/** How many milliseconds compiling may take, and how many characters its findings may have. */
const most = { ms: process.env['COVERED'] ? 6000 : 2000, characters: 20_000_000 } as const;

describe('what would make a compiler slow, or its findings endless, is told or compiled quickly', () => {
  test.each(Object.entries(attacks))('%s', (_, attack) => {
    const sources = attacked(attack);
    const started = process.threadCpuUsage();
    const [agreement, found] = compile(sources, { name: 'hostile', today: '2026-11-24', proofs: false });
    const { user, system } = process.threadCpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(most.ms);
    expect(agreement === undefined).toBe(hasErrors(found));
    expect(JSON.stringify(found).length).toBeLessThan(most.characters);
  });
});
