import type { KeptChange, KeptVersion } from '@smarketing/review';
import { expect, test } from 'vitest';
import { type Element, parseXml } from '../../../../packages/cli/test/report/xml.ts';
import { hostile } from '../../../../packages/review/test/hostile.ts';
import { changesFeed, xml } from '../../src/lib/versions/feed.ts';
import { historyOf } from '../../src/lib/versions/history.ts';

const change = (says: string): KeptChange => ({
  kind: 'rule-added',
  says,
  was: null,
  is: null,
  level: 'notable',
  harder_for: 'both',
  fingerprint: '',
});

const version = (number: string, from: string, says: readonly string[] = []): KeptVersion => ({
  kind: 'smarketing_version',
  version: number,
  released: from,
  in_force_from: from,
  changes: says.map(change),
  agreement: null,
});

const places = {
  feed: '/acme/feed.xml',
  changes: '/acme/changes/',
  version: (of: string) => `/acme/changes/${of}/`,
};
const acme = {
  name: 'acme',
  title: 'Acme & "partners"',
  parties: [{ id: 'sales', title: 'Sales <EMEA>', head: '', approvers: [] }],
} as const;

const feedOf = (...kept: readonly KeptVersion[]): Element =>
  parseXml(changesFeed(acme, historyOf(kept), places).replace(/^<\?xml[^?]*\?>\n/u, ''));
const all = (element: Element, name: string) => element.children.filter((child) => child.name === name);
const textOf = (element: Element | undefined, name: string) => element && all(element, name)[0]?.text;

const kept = (text: string) =>
  // oxlint-disable-next-line no-control-regex -- XML has no words for these
  text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');

test('a feed has an entry for each version, the newest first', () => {
  const feed = feedOf(version('1.0.0', '2026-10-01'), version('1.1.0', '2026-11-01', ['A rule is new.']));
  expect(feed.attributes['xmlns']).toBe('http://www.w3.org/2005/Atom');
  expect(textOf(feed, 'title')).toBe('Changes: Acme & "partners"');
  expect(textOf(feed, 'updated')).toBe('2026-11-01T00:00:00Z');
  expect(all(feed, 'author').map((author) => textOf(author, 'name'))).toEqual(['Sales <EMEA>']);
  const entries = all(feed, 'entry');
  expect(entries.map((entry) => textOf(entry, 'title'))).toEqual([
    'Version 1.1.0: 1 notable change: harder for both teams.',
    'Version 1.0.0: The first version that was kept.',
  ]);
  expect(textOf(entries[0], 'content')).toBe(
    'In force: from 1 November 2026 on.\n• A rule is new. (notable, harder for both teams)',
  );
  expect(textOf(entries[1], 'content')).toBe('In force: 1 October 2026 to 31 October 2026.');
  expect(all(entries[0]!, 'link')[0]?.attributes['href']).toBe('/acme/changes/1.1.0/');
});

test('an entry keeps its id when versions follow, and no two have the same', () => {
  const idsOf = (feed: Element) => all(feed, 'entry').map((entry) => textOf(entry, 'id'));
  const first = version('1.0.0', '2026-10-01');
  const [before] = idsOf(feedOf(first));
  const feed = feedOf(first, version('1.1.0', '2026-11-01', ['x']));
  expect(idsOf(feed)[1]).toBe(before);
  expect(new Set([textOf(feed, 'id'), ...idsOf(feed)]).size).toBe(3);
  for (const id of idsOf(feed))
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/u);
});

test('hostile texts stay texts', () => {
  expect(hostile.length).toBeGreaterThan(500);
  const feed = feedOf(version('1.0.0', '2026-10-01'), version('1.1.0', '2026-11-01', hostile));
  const content = textOf(all(feed, 'entry')[0], 'content') ?? '';
  for (const text of hostile) expect(content).toContain(kept(text));
  expect(xml(`<a href='"'>&\r`)).toBe('&#60;a href=&#39;&#34;&#39;&#62;&#38;&#13;');
});
