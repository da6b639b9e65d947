import type { SlaStatus, SlaStep } from '@smarketing/compiler/ir';
import { isoDate } from '@smarketing/compiler/words';
import { dayOf, lengthWords, momentWords, timeWords } from './clock.ts';
import { h, type ViewNode } from './node.ts';
import type { Words, ZoneTable } from './types.ts';
import { zoneOf } from './values.ts';

/** How each promise about the lead stands, with the steps that led there. */
export function promiseList(words: Words, promises: readonly SlaStatus[]): readonly ViewNode[] {
  const begun = promises.filter(({ state }) => state !== 'not_started');
  const rest = promises.filter(({ state }) => state === 'not_started');
  const none = begun.length === 0 ? [h('p', {}, 'No clock has begun.')] : [];
  return [...none, ...begun.map((promise) => promiseCard(words, promise)), ...notStarted(words, rest)];
}

const states = {
  running: 'Running',
  paused: 'Paused',
  met: 'Kept',
  broken: 'Broken',
  beyond_calendar: 'Due after the calendar ends',
  not_started: 'Not started',
} as const;

function promiseCard(words: Words, promise: SlaStatus): ViewNode {
  const named = words.promises[promise.id];
  const zone = words.zones[promise.zone ?? ''] ?? zoneOf(words);
  return h(
    'article',
    { class: `clock-now clock-${promise.state}` },
    h('p', {}, h('a', { href: named?.href ?? '' }, named?.says ?? promise.id)),
    h(
      'p',
      { class: 'clock-state' },
      h('b', {}, states[promise.state]),
      promise.due_at === null ? null : h('span', {}, `due ${momentWords(zone, promise.due_at)}`),
      h('span', { class: 'who' }, named?.by ?? ''),
    ),
    h(
      'details',
      { 'data-key': `promise-${promise.id}` },
      h('summary', {}, usedWords(promise)),
      h('ol', { class: 'steps' }, ...promise.steps.map((step) => stepLine(words, zone, step))),
      h('p', { class: 'small' }, calendarLine(words, promise)),
    ),
  );
}

function usedWords({ used_ms: used, left_ms: left, calendar }: SlaStatus): string {
  const kind = calendar === 'always' ? '' : ' of working time';
  const parts = [
    used === null || used === 0 ? null : `${lengthWords(used)}${kind} used`,
    left === null ? null : `${lengthWords(left)} left`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function calendarLine(words: Words, { calendar, zone }: SlaStatus): string {
  if (calendar === null || calendar === 'always') return 'The clock runs day and night.';
  return `Hours: ${words.calendars[calendar] ?? calendar}${zone === null ? '' : ` (${zone})`}`;
}

const marks = {
  started: 'The clock starts: ',
  restarted: 'The clock starts again: ',
  paused: 'The clock stands still: ',
  resumed: 'The clock runs on: ',
  attempted: 'An attempt: ',
  stopped: 'The clock stops: ',
} as const;

/** When, and what. */
function stepWords(words: Words, zone: ZoneTable, step: SlaStep): readonly [when: string, what: string] {
  switch (step.kind) {
    case 'open': {
      const called = step.name === null ? '' : ` (${step.name})`;
      const counts = step.counted ? 'counted' : 'still to come';
      return [spanWords(zone, step), `${lengthWords(step.work_ms)} ${counts}${called}`];
    }
    case 'overdue':
      return [spanWords(zone, step), `${lengthWords(step.work_ms)} too late`];
    case 'closed':
      return [isoDate(step.day), 'closed'];
    case 'holiday':
      return [isoDate(step.day), `closed${step.name === null ? '' : `: ${step.name}`}`];
    case 'reminder':
      return [momentWords(zone, step.at), 'Reminder'];
    case 'due':
      return [momentWords(zone, step.at), 'Due'];
    case 'escalation':
      return [momentWords(zone, step.at), `Tells ${words.roles[step.to] ?? step.to}`];
    default:
      return [momentWords(zone, step.at), marks[step.kind] + (words.events[step.event]?.says ?? step.event)];
  }
}

function stepLine(words: Words, zone: ZoneTable, step: SlaStep): ViewNode {
  const [when, what] = stepWords(words, zone, step);
  return h('li', { class: `step-${step.kind}` }, h('span', {}, what), h('span', { class: 'when' }, when));
}

/** `24 November 2026, 09:30–18:00`, or both days. */
function spanWords(
  zone: ZoneTable,
  { from, until }: { readonly from: number; readonly until: number },
): string {
  const isOneDay = dayOf(zone, from) === dayOf(zone, until);
  return `${momentWords(zone, from)}–${isOneDay ? timeWords(zone, until) : momentWords(zone, until)}`;
}

const reasons = {
  not_in_force: 'not in force then',
  not_for_this_lead: 'not for a lead like this',
  not_begun: 'nothing has started it',
} as const;

function notStarted(words: Words, promises: readonly SlaStatus[]): readonly ViewNode[] {
  if (promises.length === 0) return [];
  const lines = promises.map(({ id, reason }) =>
    h(
      'li',
      {},
      h('a', { href: words.promises[id]?.href ?? '' }, words.promises[id]?.says ?? id),
      h('span', { class: 'when' }, reason === null ? '' : reasons[reason]),
    ),
  );
  return [
    h(
      'details',
      { 'data-key': 'not-started' },
      h('summary', {}, promises.length === 1 ? 'One has not started' : `${promises.length} have not started`),
      h('ul', { class: 'steps' }, ...lines),
    ),
  ];
}
