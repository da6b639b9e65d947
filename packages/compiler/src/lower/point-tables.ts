import { areBoxes } from '../ir/rows.ts';
import type { Condition, LeadRule } from '../ir/types.ts';
import type { ScoreInput } from '../schema/scoring.ts';
import { readRow } from './conditions.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { declareId } from './declare.ts';

/** Points, caps and floors as integers of a score's decimals. */
export interface Scaled {
  (value: number, at: Cursor): number;
  (value: number | undefined, at: Cursor): number | null;
}

type Tables = NonNullable<ScoreInput['tables']>;
type Table = Tables[string];

/**
 * Rows of a table of points become rules of the lead, of which at most one holds: unless the rows of `exactly_one` were
 * seen to exclude each other, each also asks that no row above it holds; and
 * `otherwise` is a rule `<table>_otherwise` that asks that none does.
 */
export function lowerPointTables(context: Context, tables: Tables, scaled: Scaled, at: Cursor): LeadRule[] {
  return Object.entries(tables).flatMap(([name, table]) =>
    lowerTable(context, name, table, scaled, at.at(name)),
  );
}

function lowerTable(context: Context, name: string, table: Table, scaled: Scaled, at: Cursor): LeadRule[] {
  const rows = table.rows.map((row, index) => {
    const place = at.at('rows', index);
    const points = scaled(row.points, place.at('points'));
    const id = declareId(context, row.id, 'rule', place.at('id').span);
    const when = readRow(context, place, ['id', 'points', 'because']);
    return { id, points, when, because: row.because ?? null, span: place.whole };
  });
  const guarded = table.match === 'first' || !areBoxes(rows);
  const rules = rows.map((row, index) => {
    const above = guarded ? rows.slice(0, index).map(({ when }) => when) : [];
    return leadRule({
      ...row,
      table: name,
      when: above.length > 0 ? { kind: 'all', of: [noneOf(above), row.when] } : row.when,
    });
  });
  if (table.otherwise === undefined) return rules;
  const place = at.at('otherwise');
  const id = declareId(context, `${name}_otherwise`, 'rule', place.key);
  const points = scaled(table.otherwise, place);
  const when = noneOf(rows.map((row) => row.when));
  return [...rules, leadRule({ id, points, when, because: null, table: name, span: place.whole })];
}

function noneOf(of: readonly Condition[]): Condition {
  return { kind: 'not', of: { kind: 'any', of } };
}

function leadRule(row: Pick<LeadRule, 'id' | 'points' | 'when' | 'because' | 'table' | 'span'>): LeadRule {
  return { kind: 'lead_rule', group: null, cap: null, floor: null, in_force: null, ...row };
}
