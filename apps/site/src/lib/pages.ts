import type { Agreement } from '@smarketing/compiler/ir';
import type { Book } from '@smarketing/compiler/words';
import { books } from './agreements.ts';
import { canBeSimulated } from './outcomes/types.ts';
import { versionsOf } from './versions/kept.ts';

export interface PageInfo {
  /** Its folder below the agreement's; the overview has none. */
  readonly slug: string;
  readonly title: string;
  /** What it answers, in one line. */
  readonly about: string;
  /** Whether the agreement has anything to show there. */
  readonly has: (agreement: Agreement) => boolean;
}

const always = () => true;

/** The pages of an agreement, in reading order. */
export const pages = [
  { slug: '', title: 'Overview', about: 'Who agreed what, on one page', has: always },
  {
    slug: 'stages',
    title: 'Stages',
    about: 'What each stage means, and how a lead gets in and out',
    has: always,
  },
  { slug: 'glossary', title: 'Glossary', about: 'One meaning for each word', has: always },
  {
    slug: 'personas',
    title: 'Personas',
    about: 'Whom we sell to',
    has: ({ personas }) => personas.length > 0,
  },
  {
    slug: 'scoring',
    title: 'Scoring',
    about: 'Which points a lead gets, and why',
    has: ({ scores }) => scores.length > 0,
  },
  {
    slug: 'routing',
    title: 'Handoff',
    about: 'Who gets a lead, and what comes back',
    has: ({ routing, queues, notices, acceptance, rejection, recycling }) =>
      [routing, acceptance, rejection].some((part) => part !== null) ||
      [queues, notices, recycling].some((list) => list.length > 0),
  },
  { slug: 'promises', title: 'Promises', about: 'What each team owes the other, and by when', has: always },
  {
    slug: 'goals',
    title: 'Goals',
    about: 'What we want to reach, worked backwards',
    has: ({ goals, incentives, attribution }) => goals.length + incentives.length > 0 || attribution !== null,
  },
  {
    slug: 'outcomes',
    title: 'Outcomes',
    about: 'What it brings about, by its own forecast',
    has: canBeSimulated,
  },
  {
    slug: 'cadence',
    title: 'Meetings',
    about: 'When we talk, and about what',
    has: ({ meetings }) => meetings.length > 0,
  },
  {
    slug: 'examples',
    title: 'Examples',
    about: 'Leads, and what the agreement makes of them',
    has: ({ examples }) => examples.length > 0,
  },
  {
    slug: 'playground',
    title: 'Playground',
    about: 'Make up a lead, and see what the agreement decides about it',
    has: always,
  },
  {
    slug: 'what-if',
    title: 'What if',
    about: 'Move a number of the agreement, and see what it would change',
    has: canBeSimulated,
  },
  {
    slug: 'proofs',
    title: 'Proofs',
    about: 'What holds of every lead, and leads that show it',
    has: always,
  },
  {
    slug: 'changes',
    title: 'Changes',
    about: 'Every version: what it changed, and when it was in force',
    has: (agreement) => versionsOf(agreement).length > 0,
  },
  {
    slug: 'print',
    title: 'Print',
    about: 'The whole agreement as one document, to sign',
    has: always,
  },
] as const satisfies readonly PageInfo[];

export type Slug = (typeof pages)[number]['slug'];

export const pagesOf = (agreement: Agreement): readonly (typeof pages)[number][] =>
  pages.filter(({ has }) => has(agreement));

/** The static paths of one page: every agreement that has something to show there. */
export const pathsOf = (slug: Slug): { params: { agreement: string }; props: { book: Book } }[] =>
  books
    .filter(({ agreement }) => pagesOf(agreement).some((page) => page.slug === slug))
    .map((book) => ({ params: { agreement: book.agreement.name }, props: { book } }));
