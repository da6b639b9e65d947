import type { Assumption, Estimate, Field, Spread } from '@smarketing/compiler/ir';
import {
  type Book,
  duration,
  every,
  lowerFirst,
  money,
  percent,
  scaled,
  stageName,
  optionTitle,
  weekdayName,
  whole,
} from '@smarketing/compiler/words';

/** A number of an assumption, or several of one kind, in words. */
export interface Assumed {
  /** As a sentence begins: `The rate from MQL to SAL`. */
  readonly what: string;
  /** `30%`, or each of several: `Manager 20%`, `Employee 55%`. */
  readonly values: readonly string[];
}

type Of<Kind extends Assumption['kind']> = Extract<Assumption, { kind: Kind }>;

/** The numbers of an assumption: those of one kind always in the same order. */
export function assumed(book: Book, assumption: Assumption): readonly Assumed[] {
  const { currency } = book.agreement;
  switch (assumption.kind) {
    case 'arrivals':
      return arrivals(book, assumption);
    case 'mix': {
      const field = book.fields.get(assumption.field);
      return [
        spread(
          `The mix of the field “${field?.label ?? assumption.field}”`,
          field,
          assumption.spread,
          currency,
        ),
      ];
    }
    case 'behaviour':
      return behaviour(book, assumption);
    case 'conversion': {
      const way = `from ${stageName(book, assumption.from)} to ${stageName(book, assumption.to)}`;
      return [
        one(`The rate ${way}`, estimate(assumption.rate, percent)),
        one(`The time ${way}`, estimate(assumption.takes, duration)),
      ];
    }
    case 'capacity': {
      const queue = queueName(book, assumption.queue);
      return [
        one(`The number of people at ${queue}`, estimate(assumption.people, number)),
        one(
          `The work of each person at ${queue}`,
          `${estimate(assumption.per_person, leadCount)} ${every(assumption.per)}`,
        ),
      ];
    }
    case 'money':
      return [
        one(
          'The size of a deal',
          estimate(assumption.deal_size, (amount) => money(amount, currency)),
        ),
        one('The time that a deal takes', estimate(assumption.cycle, duration)),
      ];
    case 'response': {
      const what = `What is left of the conversions, by the time on the clock of the promise “${assumption.promise}”,`;
      const rows = assumption.effect.map(
        ({ within_ms: within, rate }) => `${percent(rate)} within ${duration(within)}`,
      );
      return [{ what, values: rows }];
    }
    case 'activity':
      return activity(book, assumption);
    case 'transfer': {
      const [from, to] = [assumption.from, assumption.to].map((id) => id && queueName(book, id));
      const where = [from && ` from ${from}`, to && ` to ${to}`].join('');
      return [
        one(`The share of leads that change hands${where}`, estimate(assumption.share, percent)),
        one(`The time before leads change hands${where}`, estimate(assumption.takes, duration)),
      ];
    }
  }
}

function arrivals(book: Book, assumption: Of<'arrivals'>): readonly Assumed[] {
  const { leads, per, weekly, seasonal, cost } = assumption;
  const whom = whomOf(book, assumption.with);
  const amount = (value: number): string => money(value, book.agreement.currency);
  const days = weekly?.map((share, day) => `${weekdayName(day)} ${percent(share)}`);
  const months = seasonal.map((scale, month) => `${monthName(month)} ${percent(scale)}`);
  return [
    one(`The number of leads${whom} ${every(per)}`, estimate(leads, number)),
    { what: `The week of leads${whom}`, values: days ?? [] },
    { what: `The year of leads${whom}`, values: months },
    one(`The cost of a lead${whom}`, estimate(cost, amount)),
  ];
}

function behaviour(book: Book, assumption: Of<'behaviour'>): readonly Assumed[] {
  const event = book.events.get(assumption.event);
  const label = `“${event?.label ?? assumption.event}”`;
  const whom = whomOf(book, assumption.with);
  return [
    one(`The share of leads${whom} with ${label}`, estimate(assumption.share, percent)),
    one(`The number of times that ${label}${whom} happens`, estimate(assumption.times, number)),
    one(`The time in which ${label}${whom} happens`, duration(assumption.within_ms)),
    ...assumption.properties.map(({ id, spread: mix }) => {
      const property = event?.properties.find((field) => field.id === id);
      const what = `The mix of “${property?.label ?? id}” of ${label}${whom}`;
      return spread(what, property, mix, book.agreement.currency);
    }),
  ];
}

function activity(book: Book, assumption: Of<'activity'>): readonly Assumed[] {
  const { event, after, share, takes, calendar } = assumption;
  const names = after.map((id) => {
    const stage = book.agreement.stages.find((known) => id === `entered_${known.id}`);
    return stage ? stageName(book, stage.id) : `“${book.events.get(id)?.label ?? id}”`;
  });
  const act = `“${book.events.get(event)?.label ?? event}” after ${names.join(' or ')}`;
  const hours = calendar === null ? notSaid : (book.calendars.get(calendar)?.title ?? calendar);
  return [
    one(`The share of leads with ${act}`, share ? estimate(share, percent) : 'all'),
    one(
      `The number of times that ${act} happens`,
      assumption.times ? estimate(assumption.times, number) : '1',
    ),
    one(`The time before ${act}`, estimate(takes, duration)),
    one(`The time from one to the next ${act}`, estimate(assumption.every, duration)),
    one(`The work of each ${act}`, estimate(assumption.effort, duration)),
    one(`The calendar of ${act}`, hours),
  ];
}

const leadCount = (n: number): string => (n === 1 ? '1 lead' : `${number(n)} leads`);

const number = (n: number): string => (Number.isInteger(n) ? whole(n) : String(n));

const notSaid = 'not said';

const one = (what: string, value: string): Assumed => ({ what, values: [value] });

/** `50% (40% to 60%)` */
function estimate(given: Estimate | null, format: (value: number) => string): string {
  if (given === null) return notSaid;
  const { value, low, high } = given;
  return low === null || high === null
    ? format(value)
    : `${format(value)} (${format(low)} to ${format(high)})`;
}

/** The values of personal fields are not shown. */
function spread(what: string, field: Field | undefined, mix: Spread, currency: string): Assumed {
  const shares = Object.entries(mix.shares).map(
    ([id, share]) => `${optionTitle(field, id)} ${percent(share)}`,
  );
  const ranges = mix.ranges.map(({ min, max, share }) => {
    const [from, to] = [min, max].map((value) => numberOf(field, value, currency));
    return `${field?.personal ? '…' : `${from} to ${to}`} ${percent(share)}`;
  });
  return { what, values: [...shares, ...ranges] };
}

function numberOf(field: Field | undefined, value: number, currency: string): string {
  if (field?.type === 'money') return money(value, currency);
  return field?.type === 'percent' ? percent(value) : scaled(value, field?.decimals ?? 0);
}

const queueName = (book: Book, id: string): string => `the queue “${book.queues.get(id)?.title ?? id}”`;

/** ` (Website, partner registered: yes)` */
function whomOf(book: Book, options: Readonly<Record<string, string>>): string {
  const names = Object.entries(options).map(([id, option]) => {
    const field = book.fields.get(id);
    const name = optionTitle(field, option);
    return field?.type === 'flag' ? `${lowerFirst(field.label)}: ${name}` : name;
  });
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

const monthName = (month: number): string =>
  new Date(Date.UTC(2026, month)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
