import { readLead } from '../../ir/read-lead.ts';
import { slaStatus } from '../../ir/sla-status.ts';
import type { Agreement, SlaStatus } from '../../ir/types.ts';
import { packageWord } from '../encode/name.ts';
import { literal, prettyLiteral } from '../encode/typescript.ts';
import { fence, prints } from './fence.ts';
import { type Sample, samplesOf } from './sample.ts';

interface Shown extends Sample {
  readonly status: SlaStatus;
}

/** What `slaStatus` is for, with a program that runs; empty where nothing is promised about single leads. */
export function slaSection(agreement: Agreement, packageName: string): string {
  const shown = bestOf(agreement);
  if (shown === undefined) return '';
  return [
    '## Promises, step by step',
    '`slaStatus(lead, { asOf })` tells of each promise where it stands, also of those that did not start (and why): due, working time used and left (in milliseconds), and the steps that led there: what started, paused, restarted and stopped it, the open hours of each day, closed days, holidays by name, the deadline, reminders and escalations. Days are dates in the zone of the calendar; `counted` is the working time that had passed.',
    fence('js', program(shown, packageWord(packageName))),
  ].join('\n\n');
}

/** Of the first samples the promise with the most kinds of steps, if there is one that can be read at a glance. */
function bestOf(agreement: Agreement): Shown | undefined {
  const all = samplesOf(agreement)
    .slice(0, 20)
    .flatMap((sample): Shown[] => {
      const reading = readLead(agreement, sample.input);
      if ('problems' in reading) return [];
      const { asOf } = sample;
      return slaStatus(agreement, reading.lead, { asOf }).map((status) => ({ ...sample, status }));
    });
  const kinds = ({ status: { steps } }: Shown): number =>
    steps.length > mostSteps ? 1 : new Set(steps.map(({ kind }) => kind)).size;
  return all.toSorted((a, b) => kinds(b) - kinds(a))[0];
}

const mostSteps = 10;

function program({ input, asOf, status }: Shown, name: string): string {
  const { id, state, due_at, left_ms, steps } = status;
  const due = due_at === null ? null : new Date(due_at).toISOString();
  return [
    `import { parseLead, slaStatus } from '${name}';`,
    '',
    `const lead = parseLead(${prettyLiteral(input)});`,
    `const all = slaStatus(lead, { asOf: Date.parse(${literal(new Date(asOf).toISOString())}) });`,
    `const promise = all.find(({ id }) => id === ${literal(id)});`,
    '',
    prints('promise?.state', state),
    prints('promise?.due_at && new Date(promise.due_at)', due),
    prints('promise?.left_ms', left_ms),
    ...steps.slice(0, mostSteps).map((step, index) => prints(`promise?.steps[${index}]`, step)),
  ].join('\n');
}
