import type { Agreement, EventType } from '../ir/types.ts';
import { fitOf, type Style } from './fits.ts';
import { likeness, meaningOf } from './names.ts';
import { leastAlike, named, type Reason, surenessOf } from './reason.ts';
import type { ColumnSurvey } from './survey.ts';

export interface ProposedEvent extends Reason {
  readonly event: EventType;
  readonly column: string;
  /** What the column holds: when it happened, how often, or words that say that it did. */
  readonly as: 'at' | 'times' | readonly string[];
}

/** A name or a word that is less like an event does not tell of it. */
const leastTold = 0.6;
/** What has to say more than what it is about: `Webinar` alone does not tell that somebody joined one. */
const leastToldAlone = 0.8;
const mostWords = 100;

/** Events that columns tell of: when they happened, how often, or in so many words. */
export function proposeEvents(
  agreement: Agreement,
  columns: readonly ColumnSurvey[],
  style: Style,
): readonly ProposedEvent[] {
  const events = agreement.events.filter(
    ({ enters, properties }) => enters === null && properties.every(({ required }) => !required),
  );
  const all = columns.flatMap((column) => events.flatMap((event) => told(event, column, style)));
  const proposed: ProposedEvent[] = [];
  for (const { like, score, ...event } of all.toSorted((a, b) => b.score - a.score)) {
    const isTaken = proposed.some((other) => other.event === event.event || sharesColumn(other, event));
    if (!isTaken)
      proposed.push({ ...event, sureness: surenessOf(score), why: `${named(like)}, ${event.why}` });
  }
  return proposed;
}

type Rated = Omit<ProposedEvent, 'sureness'> & { readonly like: number; readonly score: number };

function told(event: EventType, column: ColumnSurvey, style: Style): readonly Rated[] {
  const { name, filled, kinds, words } = column;
  if (filled === 0) return [];
  const means = [event.id.replaceAll('_', ' '), event.label].map(meaningOf);
  const likeOf = (text: string): number => Math.max(...means.map((one) => likeness(meaningOf(text), one)));
  const like = likeOf(name);
  const rated = { event, column: name, like };
  if (kinds[style.dates] / filled > 0.9)
    return like < leastTold ? [] : [{ ...rated, as: 'at', score: 0.4 + 0.6 * like, why: 'with dates' }];
  const isFlag = fitOf({ type: 'flag', id: '', label: '' } as never, column, style);
  if (isFlag) {
    const is = (isFlag.values ?? []).filter(({ to }) => to === true).map(({ word }) => word);
    return like < leastToldAlone || is.length === 0
      ? []
      : [{ ...rated, as: is, score: 0.2 + 0.6 * like, why: 'yes and no' }];
  }
  if (kinds[`whole${style.mark}`] === filled)
    return like < leastAlike
      ? []
      : [{ ...rated, as: 'times', score: 0.3 + 0.6 * like, why: 'whole numbers' }];
  if (!words || words.size > mostWords) return [];
  return toldInWords(rated, words, likeOf);
}

function toldInWords(
  rated: Pick<Rated, 'event' | 'column' | 'like'>,
  words: ReadonlyMap<string, number>,
  likeOf: (text: string) => number,
): readonly Rated[] {
  const likes = [...words.keys()].map((word) => ({ word, like: likeOf(word) }));
  const least = rated.like < leastAlike ? leastToldAlone : leastTold;
  const [best] = likes.filter(({ like }) => like >= least).toSorted((a, b) => b.like - a.like);
  if (!best) return [];
  const is = likes.filter(({ like }) => like === best.like).map(({ word }) => word);
  return [{ ...rated, as: is, score: 0.6 * best.like, why: 'its words tell of it' }];
}

/** A column with words can tell of several events, any other of one. */
function sharesColumn(
  one: Pick<ProposedEvent, 'column' | 'as'>,
  other: Pick<ProposedEvent, 'column' | 'as'>,
): boolean {
  return one.column === other.column && !(Array.isArray(one.as) && Array.isArray(other.as));
}
