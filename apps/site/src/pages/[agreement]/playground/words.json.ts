import type { Book } from '@smarketing/compiler/words';
import type { APIRoute } from 'astro';
import { pathsOf } from '../../../lib/pages.ts';
import { playgroundWords } from '../../../lib/playground/words.ts';

export const getStaticPaths = () => pathsOf('playground');

export const GET: APIRoute<{ book: Book }> = ({ props: { book } }) => Response.json(playgroundWords(book));
