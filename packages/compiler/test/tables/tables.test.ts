import { compile, prove } from '@smarketing/compiler';
import type { Agreement, Condition } from '@smarketing/compiler/ir';
import { describe, expect, test } from 'vitest';
import { holds } from '../../src/ir/conditions.ts';
import { replay } from '../../src/prove/ask/replay.ts';
import { type Table, tables } from './tables.ts';
import { sourcesOf } from './write.ts';

type Wrong = Pick<Table, 'dead' | 'overlaps' | 'gap'>;

function compiled(table: Table): Agreement {
  const [agreement, found] = compile(sourcesOf(table), { name: 'table', today: '2026-11-22', proofs: false });
  if (!agreement) throw new Error(found.map(({ message }) => message).join('\n'));
  return agreement;
}

/** The rows' conditions; of points, without the guard that the compiler adds under `first`: these tables are exclusive. */
function rowsOf({ routing, grades, scores }: Agreement): readonly Condition[] {
  const rows = routing?.rows ?? grades?.rows ?? scores.flatMap(({ rules }) => rules);
  return rows.flatMap(({ id, when }) => (/^r\d$/.test(id) && when ? [when] : []));
}

/** Which rows each of the 120 leads meets. */
function everybody(agreement: Agreement): readonly (readonly number[])[] {
  const rows = rowsOf(agreement);
  const asOf = Date.UTC(2026, 10, 24, 10);
  const countries = ['de', 'fr', 'us', null];
  const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, null];
  return countries.flatMap((country) =>
    sizes.flatMap((size) =>
      [true, false, null].map((partner) => {
        const found = replay(agreement, { id: '1', created_at: asOf, country, size, partner }, asOf);
        if (!found) throw new Error('The lead cannot be read');
        return rows.flatMap((when, at) => (holds(when, found.recorded) ? [at + 1] : []));
      }),
    ),
  );
}

function byEnumeration(table: Table, agreement: Agreement): Wrong {
  const met = everybody(agreement);
  const taken = new Set(met.map(([at]) => at));
  const pairs = met.flatMap((rows) => rows.flatMap((b, at) => rows.slice(0, at).map((a) => `r${a} r${b}`)));
  return {
    dead: table.rows.flatMap((_, at) => (taken.has(at + 1) ? [] : [`r${at + 1}`])),
    overlaps: table.match === 'exactly_one' ? [...new Set(pairs)].toSorted() : [],
    gap: !table.otherwise && met.some((rows) => rows.length === 0),
  };
}

function byProof(agreement: Agreement): Wrong {
  const { properties } = prove(agreement);
  const about = (code: string) => properties.filter(({ finding }) => finding?.code === code);
  const rows = rowsIn(about('rows-overlap').map(({ says }) => says));
  return {
    dead: about('row-never-taken').flatMap((one) => one.about ?? []),
    overlaps: rows.toSorted(),
    gap: [...about('rows-gap'), ...about('table-without-otherwise')].length > 0,
  };
}

function rowsIn(texts: readonly string[]): string[] {
  return texts.map((text) => [...text.matchAll(/\br\d\b/g)].map(([id]) => id).join(' '));
}

test('there are enough tables', () => {
  expect(tables.length).toBeGreaterThanOrEqual(25);
});

describe.each(tables)('$kind: $says', (table) => {
  const { dead, overlaps, gap } = table;
  const agreement = compiled(table);

  test('has what was worked out by hand, over every lead', () => {
    expect(byEnumeration(table, agreement)).toEqual({ dead, overlaps, gap });
  });

  test('is found to have that, and nothing else', () => {
    expect(byProof(agreement)).toEqual({ dead, overlaps, gap });
    expect(prove(agreement).properties.filter(({ verdict }) => verdict === 'unknown')).toEqual([]);
  });
});
