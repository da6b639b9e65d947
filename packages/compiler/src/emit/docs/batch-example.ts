import type { Agreement } from '../../ir/types.ts';
import { packageWord } from '../encode/name.ts';
import { literal, prettyLiteral } from '../encode/typescript.ts';
import { fence, prints } from './fence.ts';
import { sampleOf } from './sample.ts';

const batches =
  '`/batch` decides about leads in columns: typed arrays in, typed arrays out, the same answers. `encodeLeads` keeps what rules ask for; `decideBatch` can fill what an earlier call returned (`into`), and then allocates nothing; `words` says what codes mean; `decisionAt(columns, decisions, row)` gives a row as `decide` returns it. A batch does not explain: for that, `explain` the lead.\n\n`readCsv(chunks, { readLead })` reads a file of leads, its bytes straight into columns, some thousand rows at a time, as `{ columns, lines, problems }`: `lines` says where each lead stands, `problems` the line and column of whatever is refused. Its columns have the names of the fields; cells hold what JSON would, without quotation marks around texts and moments, with semicolons between options, and `events` as JSON, which is read fastest as `JSON.stringify` writes it, each with its `event` first and then `at` in milliseconds.';

/** What a batch is for, with a program that runs; the comment says what it prints. */
export function batchSection(agreement: Agreement, packageName: string): string {
  return `## Many leads at once\n\n${batches}\n\n${fence('js', batchExample(agreement, packageName))}`;
}

function batchExample(agreement: Agreement, packageName: string): string {
  const { input, asOf, decision } = sampleOf(agreement);
  return [
    `import { parseLead } from '${packageWord(packageName)}';`,
    `import { decideBatch, encodeLeads, words } from '${packageWord(packageName)}/batch';`,
    '',
    `const leads = [parseLead(${prettyLiteral(input)})];`,
    `const decisions = decideBatch(encodeLeads(leads), { asOf: Date.parse(${literal(new Date(asOf).toISOString())}) });`,
    '',
    prints('Array.from(decisions.stage, (code) => words.stages[code])', [decision.stage]),
  ].join('\n');
}
