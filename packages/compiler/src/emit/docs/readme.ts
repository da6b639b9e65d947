import { there } from '../../found.ts';
import type { Agreement, Field } from '../../ir/types.ts';
import { counted } from '../../words/amounts.ts';
import { code, markdown, table } from '../encode/markdown.ts';
import { packageWord } from '../encode/name.ts';
import { literal, prettyLiteral } from '../encode/typescript.ts';
import { assignSection } from './assign-example.ts';
import { batchSection } from './batch-example.ts';
import { fence, prints } from './fence.ts';
import { sampleOf } from './sample.ts';
import { slaSection } from './sla-example.ts';

/** What somebody who installs the engine reads first. */
export function readme(agreement: Agreement, packageName: string): string {
  const { title, summary } = agreement;
  const parts = [
    `# ${packageWord(packageName)}`,
    [markdown(title), summary === null ? null : markdown(summary)].filter(Boolean).join(': '),
    'A library that decides about leads as marketing and sales agreed: their stage, scores, grade, persona, route, and what was promised to them. No dependencies, no network, no clock of its own: the same lead at the same moment gives the same decision, in Node, browsers and at the edge.',
    `## Use\n\n${fence('sh', `npm install ${packageName}`)}`,
    fence('js', exampleCode(agreement, packageName)),
    usage,
    slaSection(agreement, packageName),
    assignSection(agreement, packageName),
    batchSection(agreement, packageName),
    `## Fields of a lead\n\n${fieldTable(agreement.fields)}`,
    `## Events\n\nEach has \`event\` and \`at\` (a moment), and may have an \`id\` and \`properties\`. Two events with one \`id\` are one event.\n\n${eventTable(agreement)}`,
    `## Decision\n\n${decisionTable(agreement)}`,
    `## Explanation\n\n${explanationText}`,
    `## This version\n\n${version(agreement)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const usage =
  '`readLead(json)` returns `{ lead }` or `{ problems }`, each problem with a place and a message in words; `parseLead(json)` throws a `LeadError` with the same `problems`. `decide` and `explain` take only leads that one of them returned; `explain` is `decide` with what explains it; it takes longer, most of it for `next`, which the option `next: false` leaves out. `agreement` tells what the engine was made from: definitions, and for each rule its file, line and reason. The source map leads from the code of a rule to its line in the agreement: debuggers show it, and stack traces name it under `node --enable-source-maps`. Payload, decision and explanation are described as JSON Schema in `generated/lead.schema.json`, `generated/decision.schema.json` and `generated/explanation.schema.json`.';

/** A program that runs; the comments say what it prints. */
export function exampleCode(agreement: Agreement, packageName: string): string {
  const { input, asOf, decision } = sampleOf(agreement);
  return [
    `import { decide, explain, parseLead } from '${packageWord(packageName)}';`,
    '',
    `const lead = parseLead(${prettyLiteral(input)});`,
    `const asOf = Date.parse(${literal(new Date(asOf).toISOString())});`,
    'const decision = decide(lead, { asOf });',
    '',
    prints('decision.stage', decision.stage),
    prints('decision.scores', decision.scores),
    prints('decision.grade', decision.grade),
    prints('explain(lead, { asOf }).reasons', decision.reasons),
  ].join('\n');
}

function fieldTable(fields: readonly Field[]): string {
  const rows = fields.map((field) => [
    code(field.id),
    kindOf(field),
    field.required ? 'yes' : '',
    [field.label, field.means]
      .flatMap((text) => text ?? [])
      .map(markdown)
      .join(': '),
  ]);
  const builtIn = [
    [code('id'), 'text of at most 200 characters', 'yes', 'Who it is in your system'],
    [
      code('created_at'),
      moment,
      'yes',
      'When the lead came into being, in its first stage: only a later event moves it on',
    ],
    [code('events'), 'list of events', '', 'What happened, in any order'],
  ];
  return table(['field', 'what', 'must', 'meaning'], [...builtIn, ...rows]);
}

const moment = 'moment: milliseconds since 1970, or `2026-11-20T10:00:00Z`';

function kindOf({ type, options, decimals, min, max, max_length, unit }: Field): string {
  const ids = options.map(({ id }) => code(id)).join(', ');
  switch (type) {
    case 'choice':
      return `one of ${ids}`;
    case 'choices':
      return `list of ${ids}`;
    case 'flag':
      return '`true` or `false`';
    case 'text':
      return `text of at most ${there(max_length, 'length')} characters`;
    case 'date':
      return 'day: `2026-11-20`';
    case 'moment':
      return moment;
    default: {
      const natural = (value: number | null): number => there(value, 'bound') / 10 ** decimals;
      const exact = decimals === 0 ? 'whole number' : `number with at most ${counted(decimals, 'decimal')}`;
      return `${exact}, ${natural(min)} to ${natural(max)}${unit === null ? '' : ` ${markdown(unit)}`}`;
    }
  }
}

function eventTable({ events }: Agreement): string {
  const rows = events.map(({ id, by, label, properties }) => [
    code(id),
    by,
    markdown(label),
    properties
      .map((field) => `${code(field.id)}${field.required ? ' (must)' : ''}: ${kindOf(field)}`)
      .join('<br>'),
  ]);
  return table(['event', 'by', 'meaning', 'properties'], rows);
}

function decisionTable(agreement: Agreement): string {
  const { stages, grades, personas, scores, queues, promises } = agreement;
  const clocks = promises.filter(({ kind }) => kind === 'clock' || kind === 'attempts');
  return table(
    ['key', 'what it holds'],
    [
      [code('stage'), `one of ${ids(stages)}`],
      [code('stage_since'), 'since when, in milliseconds'],
      [code('moves'), 'ways that the lead took from the stage in which it was recorded'],
      [code('scores'), ids(scores)],
      [code('bands'), 'the named interval of each score that has some'],
      [code('grade'), grades === null ? 'none' : `one of ${grades.order.map(code).join(', ')}, or \`null\``],
      [code('persona'), `${ids(personas)}, or \`null\``],
      [
        code('route'),
        `the row that routes it, and a queue (${ids(queues)}) or an owner; \`null\` in a stage without routing`,
      ],
      [
        code('promises'),
        `how each stands that was started (${ids(clocks)}): state, due, reminder, escalations`,
      ],
      [code('notices'), 'messages due because of the moves'],
    ],
  );
}

const explanationText = `All that a decision has, and:\n\n${table(
  ['key', 'what it holds'],
  [
    [code('ledger'), 'for each score, lines whose points add up to it: rules, caps and floors'],
    [code('reasons'), 'ids of all rules, rows and ways that made the decision, in their order'],
    [
      code('next'),
      'the smallest changes that bring the lead to the next stage: how many points are missing, what would give them, or what our people have to do; `null` where nothing leads on',
    ],
  ],
)}`;

function ids(list: readonly { readonly id: string }[]): string {
  return list.length === 0 ? 'none' : list.map(({ id }) => code(id)).join(', ');
}

function version({ hash, name, ir_version, effective_from, review_by }: Agreement): string {
  return [
    `- agreement ${code(name)}, in effect from ${code(effective_from)}, to be reviewed by ${code(review_by)}`,
    `- hash ${code(hash)}: the same meaning has the same hash`,
    `- shape ${ir_version} of the compiled agreement, which is in \`generated/agreement.json\``,
  ].join('\n');
}
