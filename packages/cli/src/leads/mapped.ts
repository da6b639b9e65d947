import { type CellProblem, type ColumnFinding, createMapper, isMapped } from '@smarketing/compiler';
import type { Agreement, Mapping } from '@smarketing/compiler/ir';
import { CannotRun } from '../cannot-run.ts';
import type { LeadSource, SourceLead, SourceProblem } from './lead.ts';
import { readTable } from './table.ts';

export interface MappedTable {
  /** What does not fit between the table's header and the mapping. */
  readonly findings: readonly ColumnFinding[];
  readonly leads: AsyncIterable<SourceLead>;
}

/** Reads the header of a table and applies a mapping to its rows. */
export async function readMapped(
  source: LeadSource,
  agreement: Agreement,
  mapping: Mapping,
): Promise<MappedTable> {
  const rows = readTable(source);
  const first = await rows.next();
  if (first.done)
    throw new CannotRun(
      `${source.shown} is empty.`,
      'The first row of a table has the names of its columns.',
    );
  const mapper = createMapper(agreement, mapping, first.value.cells);
  if (mapper.findings.some(({ severity }) => severity === 'error')) await rows.return(undefined);
  async function* leads(): AsyncGenerator<SourceLead> {
    for await (const { place, cells } of rows) {
      const row = mapper.map(cells);
      yield isMapped(row) ? { place, input: row.input } : { place, problems: row.problems.map(toProblem) };
    }
  }
  return { findings: mapper.findings, leads: leads() };
}

function toProblem({ column, reason, message }: CellProblem): SourceProblem {
  return { where: column, reason, message };
}
