import type { Book } from '@smarketing/compiler/words';
import type { APIRoute } from 'astro';
import { outcomesOf } from '../../lib/outcomes/outcomes.ts';
import { pathsOf } from '../../lib/pages.ts';

export const getStaticPaths = () => pathsOf('outcomes');

/** What `smarketing simulate --format json` gives, and how many leads match each persona. */
export const GET: APIRoute<{ book: Book }> = ({ props: { book } }) => {
  const outcomes = outcomesOf(book.agreement);
  return Response.json(
    outcomes && {
      results: outcomes.results,
      breaches: outcomes.breaches,
      breaks_first: outcomes.breaks_first,
      differences: null,
      personas: outcomes.personas,
    },
  );
};
