export { createMapper, isMapped } from './mapper.ts';
export { usedColumns } from './columns.ts';
export { readMoment } from './moment.ts';
export type { CellProblem, ColumnFinding, MappedRow, Mapper, RefusedRow } from './types.ts';
