import type { Book } from '@smarketing/compiler/words';
import type { APIRoute } from 'astro';
import { pathsOf } from '../../lib/pages.ts';
import { rawAgreement } from '../../lib/raw.ts';

export const getStaticPaths = () => pathsOf('');

export const GET: APIRoute<{ book: Book }> = ({ props: { book } }) => Response.json(rawAgreement(book));
