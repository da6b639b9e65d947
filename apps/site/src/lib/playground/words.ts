import type { Score } from '@smarketing/compiler/ir';
import {
  bandTitle,
  type Book,
  channelWords,
  conditionWords,
  ownerTitles,
  type Phrase,
  plain,
  roleTitle,
  ruleAsks,
  sentence,
  shortTitle,
  stageName,
  upperFirst,
  wayCause,
  wayOut,
  waysFrom,
} from '@smarketing/compiler/words';
import type { ValueWords, Words } from '../../playground/types.ts';
import { anchorOf, idHref, pageHref } from '../links.ts';
import { startCase } from './cases.ts';
import { zonesOf, zoneTables } from './zones.ts';

/** All that the playground says of an agreement, in the words of its pages. */
export function playgroundWords(book: Book): Words {
  const { agreement } = book;
  return {
    currency: agreement.currency,
    zone: agreement.time_zone,
    start: startCase(book),
    zones: zoneTables(zonesOf(agreement)),
    stages: stageWords(book),
    scores: agreement.scores.map((score) => scoreWords(book, score)),
    lines: Object.fromEntries(agreement.scores.flatMap((score) => lineWords(book, score))),
    ways: byId(agreement.transitions, ({ id, because, ...way }) => ({
      says: because ?? said(wayCause(book, { id, because, ...way })),
      href: idHref(agreement, id) ?? '',
    })),
    personas: byId(agreement.personas, ({ id, title }) => ({
      says: title,
      href: pageHref(agreement, 'personas', anchorOf({ kind: 'persona', id })),
    })),
    queues: byId(agreement.queues, ({ id, title }) => ({
      says: title,
      href: pageHref(agreement, 'routing', anchorOf({ kind: 'queue', id })),
    })),
    routes: routeWords(book),
    promises: byId(agreement.promises, ({ id, says, by }) => ({
      says,
      by: ownerTitles[by],
      href: pageHref(agreement, 'promises', anchorOf({ kind: 'promise', id })),
    })),
    notices: byId(agreement.notices, ({ to, by, says, shows }) => ({
      to: `To ${lowerRole(roleTitle(book, to))}`,
      by: plain(channelWords(by)),
      says,
      shows,
    })),
    roles: { ...byId(agreement.roles, ({ title }) => title), owner: roleTitle(book, 'owner').toLowerCase() },
    calendars: byId(agreement.calendars, ({ title }) => title),
    events: byId(agreement.events, ({ id, properties }) => ({
      says: eventLabel(book, id),
      properties: byId(properties, valueWords),
    })),
    fields: byId(agreement.fields, valueWords),
  };
}

/** `Entered MQL`, `Asked for a demo`. */
export function eventLabel(book: Book, id: string): string {
  const event = book.events.get(id);
  return event?.enters ? `Entered ${stageName(book, event.enters)}` : (event?.label ?? id);
}

const byId = <T extends { readonly id: string }, U>(items: readonly T[], of: (item: T) => U) =>
  Object.fromEntries(items.map((item) => [item.id, of(item)]));

const said = (phrase: Phrase): string => plain(sentence(phrase));

const lowerRole = (title: string): string => (title === roleOfOwner ? title.toLowerCase() : title);

const roleOfOwner = 'Whoever holds the lead';

const valueWords = ({ label, type, unit, decimals, options }: ValueWords): ValueWords => ({
  label,
  type,
  unit,
  decimals,
  options,
});

const stageWords = (book: Book): Words['stages'] =>
  byId(book.agreement.stages, (stage) => ({
    says: shortTitle(stage),
    href: pageHref(book.agreement, 'stages', anchorOf({ kind: 'stage', id: stage.id })),
    onward: waysFrom(book, stage).map((way) => plain(wayOut(book, way))),
  }));

const scoreWords = ({ agreement }: Book, { id, title, bands }: Score): Words['scores'][number] => ({
  id,
  says: title,
  href: pageHref(agreement, 'scoring', anchorOf({ kind: 'score', id })),
  bands: byId(bands, bandTitle),
});

function lineWords(book: Book, score: Score): readonly (readonly [string, Words['lines'][string]])[] {
  const { agreement } = book;
  const href = pageHref(agreement, 'scoring', anchorOf({ kind: 'score', id: score.id }));
  return [
    [score.id, { says: score.title, href }],
    ...score.groups.map(({ id }) => [id, { says: upperFirst(id.replaceAll('_', ' ')), href }] as const),
    ...score.rules.map(
      (rule) => [rule.id, { says: ruleWords(book, rule), href: idHref(agreement, rule.id) ?? href }] as const,
    ),
  ];
}

function ruleWords(book: Book, rule: Score['rules'][number]): string {
  const asks = ruleAsks(book, rule).map(plain);
  return asks.length === 0 ? upperFirst(rule.id.replaceAll('_', ' ')) : upperFirst(asks.join(', and '));
}

function routeWords(book: Book): Words['routes'] {
  const { routing } = book.agreement;
  const rows = routing?.rows ?? [];
  const href = (id: string) => idHref(book.agreement, id) ?? '';
  return {
    ...byId(rows, ({ id, when, because }) => ({
      says: because ?? said(conditionWords(book, when)),
      href: href(id),
    })),
    routing_otherwise: { says: 'No other row of the routing holds', href: href('routing_otherwise') },
  };
}
