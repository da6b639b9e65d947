import { tableOf } from '../../ir/calendars.ts';
import type { Agreement, AttemptsPromise, Calendar, ClockPromise, PromiseRule } from '../../ir/types.ts';

/** A promise whose clock, deadline, reminder or escalations can be other ones for leads that both versions decide alike. */
export interface DeadlineChange {
  readonly promise: string;
  /** Something else than a calendar: every lead that it is about may have another deadline. */
  readonly isOfPromise: boolean;
  /** The calendars that are open at other times, and the span in which they are. */
  readonly calendars: readonly { readonly id: string; readonly from: number; readonly until: number }[];
}

type Clock = ClockPromise | AttemptsPromise;

/** The promises in both versions of which a deadline can be another one, whatever decides whom they are about. */
export function deadlineChanges(before: Agreement, after: Agreement): readonly DeadlineChange[] {
  const holders = textOf(holdersOf(before)) !== textOf(holdersOf(after));
  return after.promises.filter(isClock).flatMap((promise): DeadlineChange[] => {
    const old = before.promises.find(({ id }) => id === promise.id);
    if (!old || !isClock(old)) return [];
    const isOwners = promise.calendar === 'owner';
    const isOfPromise = clockOf(old) !== clockOf(promise) || (isOwners && holders);
    const ids = isOwners ? after.calendars.map(({ id }) => id) : [promise.calendar];
    const calendars = ids.flatMap((id) => calendarApart(before, after, id) ?? []);
    return isOfPromise || calendars.length > 0 ? [{ promise: promise.id, isOfPromise, calendars }] : [];
  });
}

function isClock(promise: PromiseRule): promise is Clock {
  return promise.kind === 'clock' || promise.kind === 'attempts';
}

/** What makes a promise's moments, without whom it is about and what is counted of it. */
function clockOf(promise: Clock): string {
  const {
    when: _when,
    in_force: _term,
    says: _says,
    because: _because,
    kept_for: _kept,
    per: _per,
    by: _by,
    ...clock
  } = promise;
  return textOf(clock);
}

/** What decides by whose calendar an owner's clock runs. */
function holdersOf({ queues, people, default_calendar: usual }: Agreement): unknown {
  return [
    usual,
    queues.map(({ id, calendar, members }) => [id, calendar, members]),
    people.map(({ id, name, calendar }) => [id, name, calendar]),
  ];
}

const keys = ({
  opens,
  closes,
}: {
  opens: readonly number[];
  closes: readonly number[];
}): readonly string[] => opens.map((open, at) => `${open} ${closes[at]}`);

/** The span in which a calendar is open at other times, from the first such moment to the last. */
function calendarApart(
  before: Agreement,
  after: Agreement,
  id: string,
): { readonly id: string; readonly from: number; readonly until: number } | undefined {
  const [one, other] = [before, after].map((agreement) => find(agreement, id));
  if (!one || !other) return one === other ? undefined : { id, from: -Infinity, until: Infinity };
  if (one.intervals === other.intervals && one.from === other.from) return undefined;
  const [was, is] = [tableOf(before, id), tableOf(after, id)];
  const [ones, others] = [keys(was), keys(is)];
  const apart = [...onlyIn(ones, others), ...onlyIn(others, ones)].map((key) => key.split(' ').map(Number));
  const from = Math.min(...apart.map(([open]) => open as number));
  return { id, from, until: Math.max(...apart.map(([, close]) => close as number)) };
}

function onlyIn(ones: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return ones.filter((one) => !known.has(one));
}

function find({ calendars }: Agreement, id: string): Calendar | undefined {
  return calendars.find((calendar) => calendar.id === id);
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (key, item: unknown) => (key === 'span' ? undefined : item));
}
