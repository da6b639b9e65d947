import type { Agreement } from '../../ir/types.ts';
import { checkedId, packageWord } from '../encode/name.ts';
import { assignCode } from './assign-code.ts';
import { sections } from './code.ts';
import { decideCode } from './decide-code.ts';
import { fadeTables } from './fade-tables.ts';
import { funnelCode } from './funnel-code.ts';
import { noticeCode, routingCode } from './handoff-code.ts';
import { infoCode } from './info-code.ts';
import { bandCode, gradeCode, judgingCode, knownCode, personaCode } from './judging-code.ts';
import { modelOf } from './model.ts';
import { nextCode } from './next-code.ts';
import { promiseCode } from './promise-code.ts';
import { readingCode } from './reading-code.ts';
import { runtimeBefore, runtimeFor } from './runtime-parts.ts';
import { scoreCode } from './score-code.ts';
import { slaStatusCode } from './sla-status-code.ts';
import { planTallies } from './tallies.ts';
import { tallyCode, tallyMemory } from './tally-code.ts';

/** The source of an engine, to be read by people: its types, then one section for each file of the agreement. */
export function engineCode(agreement: Agreement, types: string, packageName: string): string {
  const model = modelOf(agreement);
  const plan = planTallies(agreement);
  const fades = fadeTables(agreement);
  const memory = sections(tallyMemory(model, plan), knownCode(model));
  const body = sections(
    title('Decision'),
    decideCode(model),
    judgingCode(model),
    title('Scores and grades (scoring)'),
    scoreCode(model, plan),
    fades.code,
    bandCode(model),
    gradeCode(model, plan),
    title('Personas (personas)'),
    personaCode(model, plan),
    title('Stages (funnel)'),
    funnelCode(model, plan),
    nextCode(model),
    title('Routing and notices (handoff)'),
    routingCode(model, plan),
    noticeCode(model, plan),
    assignCode(agreement),
    title('Promises (sla)'),
    promiseCode(model, plan),
    slaStatusCode(model, plan),
    title('Events (vocabulary)'),
    tallyCode(model, plan, fades),
    title('Reading a lead (vocabulary)'),
    readingCode(model),
    title('About the agreement'),
    infoCode(agreement),
  );
  return `${sections(
    `// ${packageWord(packageName)}: the engine of the agreement ${checkedId(agreement.name)}. Made by smarketing; do not change it by hand.`,
    "import { validateLead } from './validate.js';",
    title('Types'),
    types,
    title('What a decision works with'),
    ...runtimeBefore(`${memory}\n${body}`),
    memory,
    body,
    title('What every engine brings'),
    ...runtimeFor(`${memory}\n${body}`),
  )}\n`;
}

function title(name: string): string {
  return `// ${`-- ${name} `.padEnd(100, '-')}`;
}
