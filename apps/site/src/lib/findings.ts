import { type Code, codeTopics } from '@smarketing/compiler';
import { home } from './links.ts';

/** Codes of one kind, and their page. */
export interface Topic {
  readonly title: string;
  readonly codes: readonly Code[];
  readonly slug: string;
}

export const topics: readonly Topic[] = codeTopics.map((topic) => ({
  ...topic,
  slug: topic.title.toLowerCase().replaceAll(/\W+/g, '-'),
}));

export const topicHref = ({ slug }: Topic, anchor = ''): string =>
  `${home}findings/${slug}/${anchor === '' ? '' : `#${anchor}`}`;
