import type { Agreement, SlaStatus, SlaStep } from '@smarketing/compiler/ir';
import { toLocal } from '@smarketing/compiler/time';
import { colors, type Io } from '../io.ts';
import type { LeadStatus } from '../load/engine.ts';
import { visible } from './encode/visible.ts';
import { columns } from './text.ts';

/** How the promises about a lead stand, for people: a line each, and below it the steps that led there. */
export function statusText(
  { lead, promises }: LeadStatus,
  { agreement, asOf }: { readonly agreement: Agreement; readonly asOf: number },
  io: Io,
): string {
  const { bold, dim } = colors(io, 'stdout');
  const parts = promises.map((status) => {
    const zone = status.zone ?? agreement.time_zone;
    const steps = columns(status.steps.map((step) => stepRow(step, { status, zone, asOf })));
    return `  ${headline(status, zone, io)}\n${steps.map((line) => `    ${dim(line)}\n`).join('')}`;
  });
  return `${bold(visible(lead).replace(/\s/g, ' '))}\n${parts.join('')}\n`;
}

function headline(status: SlaStatus, zone: string, io: Io): string {
  const { bold, green, red, yellow } = colors(io, 'stdout');
  const { id, state, reason, due_at, used_ms, left_ms } = status;
  if (reason !== null) return `${bold(id)}: not started: ${reasons[reason]}`;
  const color = { met: green, broken: red, paused: yellow }[state as string] ?? String;
  const due = due_at === null ? '' : `, due ${day(due_at, zone, true)} ${time(due_at, zone)} (${zone})`;
  const work = `${duration(used_ms ?? 0)} used, ${duration(left_ms ?? 0)} left`;
  return `${bold(id)}: ${color(state.replace('_', ' the '))}${due}; ${work}`;
}

const reasons: Readonly<Record<NonNullable<SlaStatus['reason']>, string>> = {
  not_in_force: 'the promise is not in force',
  not_for_this_lead: 'the promise is not about this lead',
  not_begun: 'nothing has happened that starts it',
};

interface Place {
  readonly status: SlaStatus;
  readonly zone: string;
  readonly asOf: number;
}

/** When, and what. */
function stepRow(step: SlaStep, { status, zone }: Place): readonly [string, string] {
  const at = (moment: number): string => `${day(moment, zone)} ${time(moment, zone)}`;
  switch (step.kind) {
    case 'open':
      return [span(step, zone), openText(step, status)];
    case 'overdue':
      return [span(step, zone), `${duration(step.work_ms)} overdue`];
    case 'closed':
      return [day(Date.parse(step.day), 'UTC'), 'closed'];
    case 'holiday':
      return [day(Date.parse(step.day), 'UTC'), `closed${named(step.name)}`];
    case 'reminder':
    case 'due':
      return [at(step.at), step.kind];
    case 'escalation':
      return [at(step.at), `escalation to ${step.to}`];
    default:
      return [at(step.at), `${step.kind} by ${step.event}`];
  }
}

function openText(step: Extract<SlaStep, { kind: 'open' }>, { stopped_at }: SlaStatus): string {
  const rest = stopped_at === null ? ' still to come' : ' not needed any more';
  return `${duration(step.work_ms)}${step.counted ? '' : rest}${named(step.name)}`;
}

function named(name: string | null): string {
  return name === null ? '' : `: ${visible(name).replace(/\s/g, ' ')}`;
}

/** `Fri 20 Nov 16:00–18:00`; of a stretch over several days both ends in full. */
function span({ from, until }: { readonly from: number; readonly until: number }, zone: string): string {
  const [first, last] = [day(from, zone), day(until - 1, zone)];
  const end = time(until, zone) === '00:00' && first === last ? '24:00' : time(until, zone);
  return `${first} ${time(from, zone)}–${first === last ? '' : `${day(until, zone)} `}${end}`;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function day(moment: number, zone: string, withYear = false): string {
  const { year, month, day: date } = toLocal(zone, moment);
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
  return `${weekday} ${date} ${months[month - 1]}${withYear ? ` ${year}` : ''}`;
}

function time(moment: number, zone: string): string {
  const { hour, minute, second } = toLocal(zone, moment);
  return [hour, minute, ...(second === 0 ? [] : [second])]
    .map((value) => String(value).padStart(2, '0'))
    .join(':');
}

/** `2 h`, `1 h 5 min`, `40 s`. */
function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return shown.length === 0 ? '0 min' : shown.join(' ');
}
