import { foundIn } from '../found.ts';
import { fold } from '../ir/fold.ts';
import type { EventInput, MappedEvent } from '../ir/types.ts';
import { fieldReaders, readFields } from './fields.ts';
import { columnReader, momentColumn, optionalReader, type Row, type Table, wordTest } from './table.ts';
import type { Read } from './types.ts';
import { countReader } from './value.ts';
import { listed, refuse } from './words.ts';

export type ReadEvents = (row: Row, created: number) => readonly EventInput[];

/** What happened of one kind: never, once, or as often as a column says. */
export function eventReader(event: MappedEvent, table: Table): ReadEvents {
  const type = foundIn(table.agreement.events, event.event);
  const happened = event.if ? wordTest(event.if.column, event.if.is, table) : () => true;
  const readAt = event.at === null ? null : optionalReader(event.at, momentColumn(event.at, table), table);
  const readTimes = timesReader(event.times, table);
  const properties = fieldReaders(event.properties, type.properties, table);
  return (row, created) => {
    if (!happened(row)) return [];
    const at = readAt ? readAt(row) : (event.at_fixed ?? created);
    const times = at === null ? 0 : readTimes(row);
    if (at === null || times === 0) return [];
    const values = readFields(row, properties);
    const one: EventInput = { event: event.event, at, ...(properties.length > 0 && { properties: values }) };
    return Array.from({ length: times }, () => one);
  };
}

/** Where nobody counted, nothing is known to have happened. */
function timesReader(column: string | null, table: Table): (row: Row) => number {
  if (column === null) return () => 1;
  const count = countReader(table.mapping.decimal_mark);
  const read = optionalReader(column, (word) => count(word, table.isPersonal(column)), table);
  return (row) => read(row) ?? 0;
}

/** The stage that a row says the lead is in, as the event of having entered it. */
export function stageReader(table: Table): ReadEvents {
  const { stage } = table.mapping;
  if (!stage) return () => [];
  const readStage = columnReader(stage.column, stageWord(table), table);
  const readAt =
    stage.entered_at === null
      ? null
      : optionalReader(stage.entered_at, momentColumn(stage.entered_at, table), table);
  return (row, created) => {
    const entered = readStage(row);
    return entered === null ? [] : [{ event: `entered_${entered}`, at: readAt?.(row) ?? created }];
  };
}

function stageWord({
  agreement,
  mapping,
  isMissing,
  isPersonal,
}: Table): (word: string) => Read<string | null> {
  const { column = '', values = [], others = null } = mapping.stage ?? {};
  const stages = agreement.stages.map(({ id }) => id);
  const known = new Map(
    values.length > 0 ? values.map(({ from, to }) => [fold(from), to]) : stages.map((id) => [id, id]),
  );
  const accepted = listed(values.length > 0 ? values.map(({ from }) => from) : stages);
  return (word) => {
    const to = known.get(fold(word));
    if (to !== undefined) return { value: to };
    if (isMissing(word)) return { value: null };
    if (others) return { value: others.to };
    return refuse('is not a stage that the mapping knows', word, { accepted, personal: isPersonal(column) });
  };
}
