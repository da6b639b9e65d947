import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from '@smarketing/compiler';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, Lexer, parseDocument } from 'yaml';
import { dataOf } from '../parse/helpers.ts';

const root = join(import.meta.dirname, '../../../..');

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));
}

function formatted(text: string): string | undefined {
  return format({ path: 'x.yaml', name: 'x.yaml', text })[0];
}

function comments(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).map((token) => token.trimEnd());
}

/** Which collections are written between brackets, in order. */
function brackets(text: string): readonly boolean[] {
  const found: boolean[] = [];
  const visit = (node: unknown): void => {
    const { items, flow, key, value } = (node ?? {}) as Partial<Record<string, unknown>>;
    if (Array.isArray(items)) found.push(flow === true);
    for (const item of Array.isArray(items) ? items : [key, value]) if (item) visit(item);
  };
  visit(parseDocument(text).contents);
  return found;
}

const own = [...yamlFiles('agreements/acme'), ...yamlFiles('agreements/starter')];
const everywhere = [...own, ...yamlFiles('packages/compiler/test/broken')];

test.each(own)('%s is in the style', (path) => {
  const text = readFileSync(join(root, path), 'utf8');
  expect(formatted(text)).toBe(text);
});

describe('values, comments and brackets stay', () => {
  const read = everywhere.map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
  const taken = read.filter(([, text]) => dataOf(text) !== undefined);

  test.each(taken)('in %s', (_, text) => {
    const after = formatted(text) ?? '';
    expect(JSON.stringify(dataOf(after))).toBe(JSON.stringify(dataOf(text)));
    expect(comments(after)).toEqual(comments(text));
    expect(brackets(after)).toEqual(brackets(text));
    expect(formatted(after)).toBe(after);
  });

  test('whatever the indentation and the width of the lines', () => {
    const style = fc.record({
      indent: fc.integer({ min: 1, max: 8 }),
      indentSeq: fc.boolean(),
      lineWidth: fc.constantFrom(0, 30, 80),
      flowCollectionPadding: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...taken), style, ([, text], options) => {
        const other = new Document(dataOf(text), { aliasDuplicateObjects: false }).toString(options);
        const after = formatted(other) ?? '';
        expect(dataOf(after)).toEqual(dataOf(other));
        expect(formatted(after)).toBe(after);
        expect(after).not.toMatch(/\r|^ *\t/m);
      }),
      { numRuns: 200 },
    );
  });
});
