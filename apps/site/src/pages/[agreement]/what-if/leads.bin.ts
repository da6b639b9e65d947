import type { Book } from '@smarketing/compiler/words';
import { packPool } from '@smarketing/simulator';
import type { APIRoute } from 'astro';
import { pathsOf } from '../../../lib/pages.ts';
import { baseOf } from '../../../lib/what-if/base.ts';

export const getStaticPaths = () => pathsOf('what-if');

/** The leads of the agreement in force, with their lives. */
export const GET: APIRoute<{ book: Book }> = ({ props: { book } }) =>
  new Response(packPool(baseOf(book.agreement).pool));
