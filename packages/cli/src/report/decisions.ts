import type { Agreement, Decision, ExplanationWithNext } from '@smarketing/compiler/ir';
import { csvLine } from './csv.ts';
import { formatMoment } from './moment.ts';
import { nextInWords } from './next.ts';

/** How decisions, or explanations, are written: what comes before all of them, and each. */
export interface DecisionFormat<Made extends Decision = Decision> {
  readonly head: string;
  readonly line: (decision: Made) => string;
}

/** Whole decisions or explanations, one a line. */
export const jsonLines: DecisionFormat = { head: '', line: (decision) => `${JSON.stringify(decision)}\n` };

type Cell = string | number | null;
type Column<Made extends Decision = Decision> = readonly [name: string, cell: (decision: Made) => Cell];

/** A table for spreadsheets: one row a lead. */
export function decisionTable(agreement: Agreement): DecisionFormat {
  return tableOf(tableColumns(agreement));
}

/** The same with the ids of what made each decision, and with what would bring the lead further. */
export function explanationTable(agreement: Agreement): DecisionFormat<ExplanationWithNext> {
  return tableOf<ExplanationWithNext>([
    ...tableColumns(agreement),
    ['reasons', ({ reasons }) => reasons.join(' ')],
    ['next', ({ next }) => nextInWords(agreement, next)],
  ]);
}

function tableOf<Made extends Decision>(columns: readonly Column<Made>[]): DecisionFormat<Made> {
  return {
    head: csvLine(columns.map(([name]) => name)),
    line: (decision) => csvLine(columns.map(([, cell]) => cell(decision))),
  };
}

function tableColumns(agreement: Agreement): readonly Column[] {
  const moment = (value: number | null | undefined): Cell =>
    value === null || value === undefined ? null : formatMoment(value, agreement.time_zone);
  return [
    ['id', ({ lead }) => lead],
    ['stage', ({ stage }) => stage],
    ['stage_since', ({ stage_since: since }) => moment(since)],
    ...agreement.scores.flatMap(({ id, bands }): Column[] => [
      [id, ({ scores }) => scores[id] ?? null],
      ...(bands.length > 0
        ? [[`${id}_band`, (decision) => decision.bands[id] ?? null] satisfies Column]
        : []),
    ]),
    ['grade', ({ grade }) => grade],
    ['persona', ({ persona }) => persona],
    ['route', ({ route }) => route?.id ?? null],
    ['queue', ({ route }) => route?.queue ?? null],
    ['owner', ({ route }) => route?.owner ?? null],
    ...promisesOfALead(agreement).flatMap((id): Column[] => [
      [id, (decision) => promise(decision, id)?.state ?? null],
      [`${id}_due`, (decision) => moment(promise(decision, id)?.due_at)],
    ]),
  ];
}

function promisesOfALead({ promises }: Agreement): readonly string[] {
  return promises.filter(({ kind }) => kind === 'clock' || kind === 'attempts').map(({ id }) => id);
}

function promise({ promises }: Decision, id: string): Decision['promises'][number] | undefined {
  return promises.find((status) => status.id === id);
}
