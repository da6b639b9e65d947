import type { Assumption } from '@smarketing/compiler/ir';
import {
  type Book,
  duration,
  every,
  lowerFirst,
  money,
  optionTitle,
  percent,
  personCount,
  stageName,
  whole,
} from '@smarketing/compiler/words';
import type { Parameter } from '@smarketing/simulator';

/** A number of the forecast in words. */
export interface AssumedNumber {
  /** As `--set` takes it. */
  readonly id: string;
  readonly what: string;
  readonly value: string;
  /** The middle 90% of what it may be; `null` where it is taken as known. */
  readonly range: string | null;
  readonly source: string;
  readonly as_of: string | null;
}

/** The numbers of a forecast, in its order. */
export function assumedNumbers(book: Book, parameters: readonly Parameter[]): readonly AssumedNumber[] {
  return parameters.map((parameter) => {
    const { id, value, low, high, source, as_of: asOf } = parameter;
    const format = formatOf(book, parameter);
    return {
      id,
      what: whatIs(book, id),
      value: format(value),
      range: low === null || high === null ? null : `${format(low)} to ${format(high)}`,
      source,
      as_of: asOf,
    };
  });
}

/** What a parameter is about: `MQL to SAL: the share that comes on`. */
export function whatIs(book: Book, id: string): string {
  const [name = '', key = ''] = id.split('.');
  const assumption = book.agreement.assumptions.find((one) => one.id === name);
  return assumption ? (words[key]?.(book, assumption) ?? id) : id;
}

type Words = (book: Book, assumption: Assumption) => string | undefined;

const words: Readonly<Record<string, Words>> = {
  leads: (book, one) =>
    one.kind === 'arrivals' ? `Leads ${every(one.per)}${ofWhom(book, one.with)}` : undefined,
  cost: (book, one) => (one.kind === 'arrivals' ? `Cost of a lead${ofWhom(book, one.with)}` : undefined),
  share: (book, one) => {
    if (one.kind === 'behaviour') return `How many${ofWhom(book, one.with)}: ${eventLabel(book, one.event)}`;
    if (one.kind === 'activity') return `${activity(book, one)}: for how many`;
    return one.kind === 'transfer' ? `How many change hands${ofQueues(book, one)}` : undefined;
  },
  times: (book, one) => {
    if (one.kind === 'behaviour') return `How often, if at all: ${eventLabel(book, one.event)}`;
    return one.kind === 'activity' ? `${activity(book, one)}: how often` : undefined;
  },
  rate: (book, one) => (one.kind === 'conversion' ? `${step(book, one)}: the share` : undefined),
  takes: (book, one) => {
    if (one.kind === 'conversion') return `${step(book, one)}: the time`;
    if (one.kind === 'activity') return `${activity(book, one)}: how soon`;
    return one.kind === 'transfer'
      ? `How long leads lie before they change hands${ofQueues(book, one)}`
      : undefined;
  },
  every: (book, one) =>
    one.kind === 'activity' ? `${activity(book, one)}: from one time to the next` : undefined,
  effort: (book, one) => (one.kind === 'activity' ? `${activity(book, one)}: work of each` : undefined),
  people: (book, one) => (one.kind === 'capacity' ? `People of ${queue(book, one.queue)}` : undefined),
  per_person: (book, one) =>
    one.kind === 'capacity'
      ? `Leads that each of ${queue(book, one.queue)} can work ${every(one.per)}`
      : undefined,
  deal_size: () => 'Size of a deal',
  cycle: () => 'Time that a deal takes',
};

const step = (book: Book, { from, to }: { readonly from: string; readonly to: string }): string =>
  `${stageName(book, from)} to ${stageName(book, to)}`;

/** `Sales called (after SAL)`, `Marketing confirmed the request (after: asked for a demo, asked for an offer)` */
function activity(book: Book, { event, after }: Extract<Assumption, { kind: 'activity' }>): string {
  const names = after.map((id) => {
    const stage = book.agreement.stages.find((one) => id === `entered_${one.id}`);
    return stage ? stageName(book, stage.id) : eventLabel(book, id);
  });
  const isStage = names.length === 1 && after[0]?.startsWith('entered_');
  return `${book.events.get(event)?.label ?? event} (after${isStage ? '' : ':'} ${names.join(', ')})`;
}

/** ` (Inbound desk to Enterprise desk)` */
function ofQueues(book: Book, { from, to }: Extract<Assumption, { kind: 'transfer' }>): string {
  if (from === null && to === null) return '';
  const names = [from, to].map((id, index) =>
    id === null ? '' : `${['from', 'to'][index]} ${queue(book, id)}`,
  );
  return ` (${names.filter((name) => name !== '').join(' ')})`;
}

const queue = (book: Book, id: string): string => book.queues.get(id)?.title ?? id;

const eventLabel = (book: Book, id: string): string => lowerFirst(book.events.get(id)?.label ?? id);

/** ` (Website, partner registered)` */
function ofWhom(book: Book, options: Readonly<Record<string, string>>): string {
  const parts = Object.entries(options).map(([field, option]) => {
    const { type, label = field } = book.fields.get(field) ?? {};
    if (type !== 'flag') return optionTitle(book.fields.get(field), option);
    return option === 'true' ? label : `not: ${lowerFirst(label)}`;
  });
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

function formatOf(book: Book, { unit }: Parameter): (value: number) => string {
  switch (unit) {
    case 'share':
      return percent;
    case 'money':
      return (value) => money(value, book.agreement.currency);
    case 'people':
      return personCount;
    case 'ms':
      return duration;
    case 'times':
      return (value) => `${value} times`;
    case 'leads':
      return (value) => (Number.isInteger(value) ? whole(value) : String(value));
  }
}
