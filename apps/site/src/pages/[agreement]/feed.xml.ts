import type { Book } from '@smarketing/compiler/words';
import type { APIRoute } from 'astro';
import { fileHref, pageHref, versionHref } from '../../lib/links.ts';
import { pathsOf } from '../../lib/pages.ts';
import { changesFeed } from '../../lib/versions/feed.ts';
import { versionsOf } from '../../lib/versions/kept.ts';

export const getStaticPaths = () => pathsOf('changes');

export const GET: APIRoute<{ book: Book }> = ({ props: { book } }) => {
  const { agreement } = book;
  const feed = changesFeed(agreement, versionsOf(agreement), {
    feed: fileHref(agreement, 'feed.xml'),
    changes: pageHref(agreement, 'changes'),
    version: (version) => versionHref(agreement, version),
  });
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
