import { createHash } from 'node:crypto';
import type { Agreement } from '@smarketing/compiler/ir';
import { lowerFirst } from '@smarketing/compiler/words';
import { rangeWords, type Told } from './history.ts';

/** Text inside an XML element or attribute; signs that XML does not have are left out. */
export const xml = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- control characters are what is left out
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .replaceAll(/[&<>"'\r]/gu, (sign) => `&#${sign.charCodeAt(0)};`);

/** The same name for the same thing, wherever the site stands: a UUID of version 8 (RFC 9562) from a hash. */
function urn(...names: readonly string[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify(['smarketing changes', ...names]))
    .digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

export interface FeedPlaces {
  readonly feed: string;
  readonly changes: string;
  /** Where a version can be read. */
  readonly version: (version: string) => string;
}

/** The changes of an agreement as an Atom feed (RFC 4287). Addresses are relative to that of the feed. */
export function changesFeed(
  { name, title, parties }: Pick<Agreement, 'name' | 'title' | 'parties'>,
  history: readonly Told[],
  { feed, changes, version }: FeedPlaces,
): string {
  const days = history.map(({ version: { released } }) => released).toSorted();
  const authors = parties.map((party) => `<author><name>${xml(party.title)}</name></author>`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${urn(name)}</id>`,
    `<title>${xml(`Changes: ${title}`)}</title>`,
    `<updated>${moment(days.at(-1) ?? '1970-01-01')}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(feed)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(changes)}"/>`,
    ...authors,
    ...history.map((told) => entry(name, told, version(told.version.version))),
    '</feed>',
    '',
  ].join('\n');
}

function entry(name: string, told: Told, href: string): string {
  const { version, verdict } = told;
  const says = version.changes.map(({ says: sentence, level, harder_for: whom }) => {
    const harder = whom === 'nobody' ? '' : `, harder for ${whom === 'both' ? 'both teams' : whom}`;
    return `• ${sentence} (${level}${harder})`;
  });
  return [
    '<entry>',
    `<id>${urn(name, version.version)}</id>`,
    `<title>${xml(`Version ${version.version}: ${verdict}`)}</title>`,
    `<updated>${moment(version.released)}</updated>`,
    `<link rel="alternate" type="text/html" href="${xml(href)}"/>`,
    `<content type="text">${xml([`In force: ${lowerFirst(rangeWords(told))}.`, ...says].join('\n'))}</content>`,
    '</entry>',
  ].join('\n');
}

const moment = (day: string): string => `${day}T00:00:00Z`;
