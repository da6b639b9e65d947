import type { Book } from '@smarketing/compiler/words';
import type { APIRoute } from 'astro';
import { meetingCalendar } from '../../lib/calendar/calendar.ts';
import { pathsOf } from '../../lib/pages.ts';

export const getStaticPaths = () => pathsOf('cadence');

export const GET: APIRoute<{ book: Book }> = ({ props: { book } }) =>
  new Response(meetingCalendar(book.agreement), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
