import type { Agreement } from '../../../ir/types.ts';
import { checkedId, packageWord } from '../../encode/name.ts';
import { block, type Code, lines, sections, wrapped } from '../code.ts';
import { fadeTables } from '../fade-tables.ts';
import { leadPromises } from '../promise-code.ts';
import { runtimeBefore, runtimeFor } from '../runtime-parts.ts';
import { bitsAWord } from './bits.ts';
import { csvCode, csvSays, csvTypes } from './csv-code.ts';
import { decisionAtCode } from './decision-at.ts';
import { encodeCode } from './encode.ts';
import { batchNotices, batchRouting } from './handoff.ts';
import { batchJudging, call, judgingCalls } from './judging.ts';
import { layoutOf, type Layout } from './layout.ts';
import { batchMoves } from './moves.ts';
import { rowsAtOnce } from './phase.ts';
import { batchPromises } from './promises.ts';
import { batchTallies, batchTallyMemory } from './tally.ts';
import { batchTypes, wordsCode } from './types.ts';

const engineTypes = [
  'Decision',
  'GradeId',
  'Lead',
  'LeadEvent',
  'Move',
  'NoticeId',
  'PersonaId',
  'PromiseStatus',
  'QueueId',
  'Reading',
  'RouteId',
  'StageId',
  'TransitionId',
];

/** Imports those types of the engine that the code mentions. */
function typeImport(code: string, from: string): string {
  const names = engineTypes.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return `${wrapped('import type { ', names, ' }')} from '${from}';`;
}

/** The source of the batch: columns of leads in, columns of decisions out, one phase after the other. */
export function batchCode(agreement: Agreement, packageName: string): string {
  const layout = layoutOf(agreement);
  const fades = fadeTables(agreement);
  const memory = lines(
    '/** How many rows go through one phase before the next. */',
    `const rowsAtOnce = ${rowsAtOnce};`,
    '',
    batchTallyMemory(layout),
  );
  const body = sections(
    title('Deciding'),
    decideBatchCode(layout),
    title('Events (vocabulary)'),
    batchTallies(layout, fades),
    fades.code,
    title('Scores, grades and personas (scoring, personas)'),
    batchJudging(layout),
    title('Stages (funnel)'),
    batchMoves(layout),
    title('Routing and notices (handoff)'),
    batchRouting(layout),
    batchNotices(layout),
    title('Promises (sla)'),
    batchPromises(layout),
    title('Rows to decisions'),
    wordsCode(layout),
    decisionAtCode(layout),
    title('Leads to columns'),
    encodeCode(layout),
    title('Files to columns'),
    csvCode(layout),
  );
  const types = sections(batchTypes(layout), csvTypes);
  return tidy(
    sections(
      `// Batches of ${packageWord(packageName)}: the agreement ${checkedId(agreement.name)} for columns of leads. Made by smarketing; do not change it by hand.`,
      typeImport(`${types}\n${body}`, './engine.js'),
      title('Types'),
      types,
      title('What a batch works with'),
      encoders,
      ...runtimeBefore(`${memory}\n${body}`),
      memory,
      body,
      title('What every batch brings'),
      ...runtimeFor(`${memory}\n${body}`, 'batch'),
    ),
  );
}

/** Records without entries on one line. */
function tidy(code: string): string {
  return `${code.replaceAll(/\{\n\s*\}/g, '{}').trimEnd()}\n`;
}

/** `batch.d.ts`: the types, and what the module exports. */
export function batchDeclarations(agreement: Agreement, packageName: string): string {
  const exported = `${batchTypes(layoutOf(agreement))}

${csvTypes}

/** What the codes of columns mean, by code. */
export declare const words: Words;

/** Puts leads into columns. */
export declare function encodeLeads(leads: readonly Lead[]): LeadColumns;

/** ${decides} */
export declare function decideBatch(columns: LeadColumns, options: BatchOptions): DecisionColumns;

/** What is decided about the lead of a row, as \`decide\` returns it. */
export declare function decisionAt(columns: LeadColumns, out: DecisionColumns, row: number): Decision;

/** ${csvSays} */
export declare function readCsv(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: CsvOptions,
): AsyncGenerator<CsvBatch>;`;
  return tidy(
    sections(
      `// Types of ${packageWord(packageName)}/batch. Made by smarketing; do not change them by hand.`,
      typeImport(exported, './index.js'),
      exported,
    ),
  );
}

/** Where there is no type of them. */
const encoders = `declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { readonly decode: (bytes: Uint8Array) => string };
declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array };`;

const decides =
  'Decides about leads in columns, as `decide` does about each. With `into`, nothing is allocated unless there are more moves than before.';

function decideBatchCode(layout: Layout): string {
  const { agreement } = layout.model;
  const promises = leadPromises(agreement);
  return sections(
    lines(
      `/** ${decides} */`,
      block(
        'export function decideBatch(columns: LeadColumns, { asOf, into }: BatchOptions): DecisionColumns',
        'const { count } = columns;',
        "if (!Number.isInteger(count)) throw new TypeError('the columns must be those that encodeLeads or readCsv gave');",
        'const out = into ?? decisionColumns(count);',
        "if (out.as_of.length < count) throw new RangeError('into has room for ' + out.as_of.length + ' leads, and there are ' + count);",
        'out.count = count;',
        'setMoments(out.as_of, count, asOf);',
        block(
          'for (let from = 0; from < count; from += rowsAtOnce)',
          'const to = Math.min(count, from + rowsAtOnce);',
          call('tallyEvents'),
          judgingCalls(layout),
          call('move'),
          agreement.routing === null ? null : call('route'),
          promises.map(({ id }): Code => `clearPromise(out.promises.${checkedId(id)}, from, to);`),
          promises.length === 0 ? null : call('keepClocks'),
          agreement.notices.length === 0 ? null : call('notify'),
        ),
        'return out;',
      ),
    ),
    emptyDecisions(layout),
  );
}

function emptyDecisions({ model: { agreement } }: Layout): string {
  const words = Math.ceil(agreement.notices.length / bitsAWord);
  const banded = agreement.scores.filter(({ bands }) => bands.length > 0);
  return lines(
    '/** Room for so many decisions. */',
    block(
      'function decisionColumns(count: number): DecisionColumns',
      block(
        'return',
        'count,',
        'as_of: new Float64Array(count),',
        'stage: new Uint16Array(count),',
        'stage_since: new Float64Array(count),',
        'moves: moveColumns(count),',
        block(
          'scores:',
          agreement.scores.map(({ id }) => `${checkedId(id)}: new Float64Array(count),`),
        ) + ',',
        block(
          'bands:',
          banded.map(({ id }) => `${checkedId(id)}: new Uint16Array(count),`),
        ) + ',',
        'grade: new Uint16Array(count),',
        'persona: new Uint16Array(count),',
        'route: new Uint16Array(count),',
        'queue: new Uint16Array(count),',
        block(
          'promises:',
          leadPromises(agreement).map(
            ({ id, escalate }) => `${checkedId(id)}: promiseColumns(count, ${escalate.length}),`,
          ),
        ) + ',',
        `notices: [${Array.from({ length: words }, () => 'new Int32Array(count)').join(', ')}],`,
      ) + ';',
    ),
  );
}

function title(name: string): string {
  return `// ${`-- ${name} `.padEnd(100, '-')}`;
}
