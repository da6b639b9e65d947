import { readFileSync } from 'node:fs';
import { compile, formatDiagnostic, type SourceFile } from '@smarketing/compiler';
import { type Agreement, evaluate, readLead } from '@smarketing/compiler/ir';
import { describe, expect, test } from 'vitest';
import { unmet } from './unmet.ts';

const text = readFileSync(new URL('../../../docs/language.md', import.meta.url), 'utf8');

/** The fenced blocks of one kind: ` ```yaml scoring.yaml `. */
const blocks = [...text.matchAll(/^```yaml(?: (\S+))?\n(.*?)^```$/gms)].map(([, file, body = '']) => ({
  file,
  body,
}));

/** Every named block is a part of one agreement: block n of `scoring.yaml` is `scoring/<n>.yaml`. */
const parts: readonly SourceFile[] = blocks.flatMap(({ file, body }, index) => {
  if (file === undefined) return [];
  const name = file.includes('/') ? file : file.replace('.yaml', `/${String(index).padStart(2, '0')}.yaml`);
  return [{ path: name, name, text: body }];
});

const options = { name: 'northwind', today: '2026-11-22' };

function compiled(sources: readonly SourceFile[]): Agreement {
  const sorted = sources.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const [agreement, found] = compile(sorted, options);
  expect(found.map((finding) => formatDiagnostic(finding, sorted, { color: false })).join('\n')).toBe('');
  if (!agreement) throw new Error('no value');
  return agreement;
}

describe('the reference of the language', () => {
  test('is one agreement without findings', () => {
    const agreement = compiled(parts);
    expect(agreement.scores.map(({ id }) => id)).toContain('shown');
    expect(agreement.examples.length).toBeGreaterThan(1);
  });

  test('has examples that hold', () => {
    const agreement = compiled(parts);
    for (const example of agreement.examples) {
      const reading = readLead(agreement, example.lead);
      if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
      const decision = evaluate(agreement, reading.lead, { asOf: example.as_of });
      expect({ id: example.id, unmet: unmet(example.expect, decision) }).toEqual({
        id: example.id,
        unmet: {},
      });
    }
  });

  test('shows grades as a table that can stand in place of the matrix', () => {
    const table = blocks.find(
      ({ file, body }) => file === undefined && body.includes('scoring.yaml: the same grades'),
    );
    const withTable = parts.map((part) =>
      part.text.includes('matrix:')
        ? { ...part, text: `${part.text.slice(0, part.text.indexOf('grades:'))}${table?.body ?? ''}` }
        : part,
    );
    const agreement = compiled(withTable);
    expect(agreement.grades?.rows.map(({ id }) => id)).toEqual(['hot_fit', 'some_fit']);
    expect(agreement.grades?.otherwise).toBe('C1');
  });

  test('has no block that no test reads', () => {
    expect(blocks.filter(({ file }) => file === undefined)).toHaveLength(1);
  });
});
