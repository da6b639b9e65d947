import { compile } from '@smarketing/compiler';
import { test } from 'vitest';
import { isProved } from '../../src/diagnostics/catalogue.ts';
import { cases, options, overlay } from './cases.ts';
import { expectations, expectFound } from './expected.ts';

/** What proofs would find is here seen from the way the stages are linked, too. */
const seenAnyway = new Set(['exit-without-way-back', 'stage-unreachable-and-dead-end']);

test.each(cases)('without the proofs, $name has its other findings', ({ name, files }) => {
  const [, found] = compile(overlay(files), { ...options, proofs: false });
  const wanted = expectations(files.get('expected.txt') ?? '').filter(
    ({ line }) => seenAnyway.has(name) || !isProved(line.split(' ')[1] ?? ''),
  );
  expectFound(found, wanted);
});
