import type { APIRoute } from 'astro';
import { books } from '../lib/agreements.ts';
import { llmsText } from '../lib/llms.ts';

export const GET: APIRoute = () =>
  new Response(llmsText(books), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
