import type { Book } from '@smarketing/compiler/words';
import { decidingPart } from '@smarketing/simulator';
import type { APIRoute } from 'astro';
import { pathsOf } from '../../../lib/pages.ts';
import { baseOf } from '../../../lib/what-if/base.ts';
import { placesOf } from '../../../lib/what-if/places.ts';
import { slidersOf } from '../../../lib/what-if/sliders.ts';

export const getStaticPaths = () => pathsOf('what-if');

/** What the page simulates with, beside the leads. */
export const GET: APIRoute<{ book: Book }> = ({ props: { book } }) => {
  const base = baseOf(book.agreement);
  const names = slidersOf(book, base).flatMap(({ sliders }) => sliders.map(({ name }) => name));
  return Response.json({
    agreement: decidingPart(book.agreement),
    model: base.model,
    places: placesOf(book.agreement, base.model, names),
  });
};
