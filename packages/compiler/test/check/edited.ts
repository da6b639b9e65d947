import { compile, type Diagnostic, type SourceFile } from '@smarketing/compiler';
import { expect } from 'vitest';
import { options, overlay } from '../broken/cases.ts';

/** In the file of that name, the first of these texts is replaced by the second. */
export type Edit = readonly [file: string, from: string, to: string];

/** The base of the broken agreements, with texts of its files replaced. */
function edited(edits: readonly Edit[]): SourceFile[] {
  const base = overlay(new Map());
  for (const [name, from] of edits)
    if (!base.some((file) => file.name === name && file.text.includes(from)))
      throw new Error(`${name} has no ${from}`);
  return base.map((file) => ({
    ...file,
    text: edits
      .filter(([name]) => name === file.name)
      .reduce((text, [, from, to]) => text.replace(from, to), file.text),
  }));
}

/** What is found after the edits without the proofs. */
export function foundAfter(...edits: readonly Edit[]): readonly Diagnostic[] {
  const [, found] = compile(edited(edits), { ...options, proofs: false });
  return found;
}

/** The same as code and message. */
export function toldAfter(...edits: readonly Edit[]): string[] {
  return foundAfter(...edits).map(({ code, message }) => `${code}: ${message}`);
}

/** Any message of a code. */
export function messageOf(code: string): unknown {
  return expect.stringMatching(new RegExp(`^${code}: `));
}
