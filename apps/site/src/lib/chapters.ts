import type { Agreement } from '@smarketing/compiler/ir';
import { pagesOf, type pages } from './pages.ts';

const slugs = [
  'stages',
  'glossary',
  'personas',
  'scoring',
  'routing',
  'promises',
  'goals',
  'cadence',
] as const;

export type ChapterSlug = (typeof slugs)[number];

type PageInfo = (typeof pages)[number];
export type Chapter = Extract<PageInfo, { readonly slug: ChapterSlug }>;

const isChapter = (page: PageInfo): page is Chapter => slugs.some((slug) => slug === page.slug);

/** The pages that together are what was agreed, in reading order: the chapters of one document. */
export const chaptersOf = (agreement: Agreement): readonly Chapter[] => pagesOf(agreement).filter(isChapter);

/** The place of a chapter in its document. */
export const chapterAnchor = (slug: ChapterSlug | 'outcomes'): string => `chapter-${slug}`;

/** The chapters, to jump to. */
export const chapterPlaces = (agreement: Agreement): readonly { title: string; anchor: string }[] =>
  chaptersOf(agreement).map(({ slug, title }) => ({ title, anchor: chapterAnchor(slug) }));
