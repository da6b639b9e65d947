import { expect, test } from 'vitest';
import { calledFirst, placesOf } from '../../src/search/places.ts';

const content =
  'Stages. What each means. Lead. A person who gave a name. MQL. A lead of &lt;grade&gt; A1 that asked for a demo. SQL. A demo was held.';
const words = content.split(' ');
const at = (word: string) => words.indexOf(word);

const page = (...locations: readonly number[]) => ({
  url: '/acme/stages/',
  raw_content: content,
  meta: {},
  anchors: [
    { id: 'main', location: 0 },
    { id: 'stage-sql', location: at('SQL.') },
    { id: 'stage-lead', location: at('Lead.') },
    { id: 'stage-mql', location: at('MQL.') },
  ],
  locations,
});

test('what was found is told by the place it stands in, with the words around it', () => {
  const [place] = placesOf(page(at('demo.')));
  expect(place).toMatchObject({ href: '/acme/stages/#stage-mql', title: 'MQL' });
  expect(place?.excerpt.map(({ text }) => text).join(' ')).toBe('<grade> A1 that asked for a demo.');
  expect(place?.excerpt.filter(({ found }) => found)).toEqual([{ text: 'demo.', found: true }]);
});

test('a place whose heading was found comes first', () => {
  const places = placesOf(page(at('person'), at('name.'), at('SQL.')));
  expect(places.map(({ href }) => href)).toEqual(['/acme/stages/#stage-sql', '/acme/stages/#stage-lead']);
});

test('what stands before every place is told by the page', () => {
  expect(placesOf(page(1))).toMatchObject([{ href: '/acme/stages/', title: 'Stages' }]);
});

test('pages on which something is called so come first', () => {
  const pages = [page(at('demo.')), page(at('MQL.'))].map((one) => ({ places: placesOf(one) }));
  expect(calledFirst(pages)).toEqual(pages.toReversed());
});
