import type { Diagnostic } from '@smarketing/compiler';
import { expect } from 'vitest';

/** `error unknown-key goals.yaml:3:5-3:9`, and, where it matters how people are told, message and help below it. */
export interface Expected {
  readonly line: string;
  readonly lines: readonly string[];
}

/** Reads an `expected.txt`. */
export function expectations(text: string): Expected[] {
  return text
    .split(/\n(?! )/)
    .filter((entry) => entry.trim() !== '')
    .map((entry) => {
      const [line = '', ...lines] = entry.split('\n').map((part) => part.trim());
      return { line, lines: lines.filter((part) => part !== '') };
    });
}

/** A finding as the first line of an expectation. */
function shown({ severity, code, span }: Diagnostic): string {
  return `${severity} ${code} ${span.file}:${span.line}:${span.col}-${span.end_line}:${span.end_col}`;
}

/** A finding as the other lines of an expectation. */
function told({ message, help }: Diagnostic): readonly string[] {
  return help === null ? [message] : [message, help];
}

/** What is found is what is expected, in whatever order, and told in these words where they are given. */
export function expectFound(found: readonly Diagnostic[], wanted: readonly Expected[], text?: string): void {
  expect(found.map(shown).toSorted(), text).toEqual(wanted.map(({ line }) => line).toSorted());
  for (const { line, lines } of wanted.filter(({ lines: given }) => given.length > 0))
    expect(found.filter((diagnostic) => shown(diagnostic) === line).map(told)).toContainEqual(lines);
}
