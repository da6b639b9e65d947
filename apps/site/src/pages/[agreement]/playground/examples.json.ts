import type { Book } from '@smarketing/compiler/words';
import type { APIRoute } from 'astro';
import { pathsOf } from '../../../lib/pages.ts';
import { exampleCase } from '../../../lib/playground/cases.ts';

export const getStaticPaths = () => pathsOf('playground');

export const GET: APIRoute<{ book: Book }> = ({ props: { book } }) =>
  Response.json(
    Object.fromEntries(book.agreement.examples.map((example) => [example.id, exampleCase(book, example)])),
  );
