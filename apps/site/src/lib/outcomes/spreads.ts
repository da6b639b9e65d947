import type { Assumption, Field, Spread } from '@smarketing/compiler/ir';
import { type Book, duration, optionTitle, percent, scaled, weekdayName } from '@smarketing/compiler/words';

/** An assumption that is not one number: how something is spread. */
export interface AssumedSpread {
  readonly what: string;
  readonly says: string;
  readonly source: string;
  readonly as_of: string | null;
}

/** How fields, weeks and the effect of time are spread, in the order of the forecast. */
export function assumedSpreads(book: Book): readonly AssumedSpread[] {
  return book.agreement.assumptions.flatMap((one) => {
    const { source, as_of: asOf } = one;
    return spreadsOf(book, one).map(({ what, says }) => ({ what, says, source, as_of: asOf }));
  });
}

type Spreads = readonly Pick<AssumedSpread, 'what' | 'says'>[];

function spreadsOf(book: Book, one: Assumption): Spreads {
  switch (one.kind) {
    case 'mix': {
      const field = book.fields.get(one.field);
      return [{ what: field?.label ?? one.field, says: spreadWords(field, one.spread) }];
    }
    case 'behaviour': {
      const event = book.events.get(one.event);
      return one.properties.map(({ id, spread }) => {
        const property = event?.properties.find((known) => known.id === id);
        return {
          what: `${event?.label ?? one.event}: ${property?.label ?? id}`,
          says: spreadWords(property, spread),
        };
      });
    }
    case 'arrivals':
      return one.weekly === null
        ? []
        : [{ what: `The week of ${one.id.replaceAll('_', ' ')}`, says: weekWords(one.weekly) }];
    case 'response': {
      const says = one.effect.map(
        ({ within_ms: within, rate }) => `within ${duration(within)} ${percent(rate)}`,
      );
      const promise = book.promises.get(one.promise)?.says ?? one.promise;
      return [{ what: `What is left of the conversion by the time of: ${promise}`, says: says.join(' · ') }];
    }
    case 'conversion':
    case 'capacity':
    case 'money':
    case 'activity':
    case 'transfer':
      return [];
  }
}

function spreadWords(field: Field | undefined, { ranges, shares }: Spread): string {
  const format = (value: number) => (field?.personal ? '…' : scaled(value, field?.decimals ?? 0));
  return [
    ...ranges.map(({ min, max, share }) => `${format(min)} to ${format(max)} ${percent(share)}`),
    ...Object.entries(shares).map(([option, share]) => `${optionTitle(field, option)} ${percent(share)}`),
  ].join(' · ');
}

const weekWords = (weekly: readonly number[]): string =>
  weekly.map((share, day) => `${weekdayName(day)} ${percent(share)}`).join(' · ');
