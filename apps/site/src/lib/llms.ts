import type { Book } from '@smarketing/compiler/words';
import { fileHref, findings, pageHref } from './links.ts';
import { canBeSimulated } from './outcomes/types.ts';
import { pagesOf } from './pages.ts';

/** Text of an agreement inside Markdown: one line, nothing in it a mark. */
export const markdownText = (text: string): string =>
  text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_[\]<>#|&!~]/gu, String.raw`\$&`);

const link = (title: string, href: string, about: string) => `- [${markdownText(title)}](${href}): ${about}`;

/** What this site has, for programs that read: https://llmstxt.org. */
export function llmsText(books: readonly Book[]): string {
  const parts = books.map((book) => {
    const { agreement } = book;
    const pages = pagesOf(agreement);
    const links = pages.map(({ slug, title, about }) => link(title, pageHref(agreement, slug), `${about}.`));
    const files = [
      link(
        'agreement.json',
        fileHref(agreement, 'agreement.json'),
        'The compiled agreement, without personal values.',
      ),
      link('lead.schema.json', fileHref(agreement, 'lead.schema.json'), 'What its engine takes: a lead.'),
      link('decision.schema.json', fileHref(agreement, 'decision.schema.json'), 'What its engine decides.'),
      ...(canBeSimulated(agreement)
        ? [link('outcomes.json', fileHref(agreement, 'outcomes.json'), 'What it brings about, simulated.')]
        : []),
      ...(agreement.meetings.length > 0
        ? [link('meetings.ics', fileHref(agreement, 'meetings.ics'), 'When the teams meet.')]
        : []),
      ...(pages.some((page) => page.slug === 'changes')
        ? [
            link(
              'feed.xml',
              fileHref(agreement, 'feed.xml'),
              'Each version and what it changed, as an Atom feed.',
            ),
          ]
        : []),
    ];
    const summary = agreement.summary === null ? [] : [markdownText(agreement.summary), ''];
    return [`## ${markdownText(agreement.title)}`, '', ...summary, ...links, ...files, ''];
  });
  return [
    '# Agreements between marketing and sales',
    '',
    '> What each team promised the other, which leads count as what, who gets them and by when. Rules are exact: the pages and the files are made from the compiled agreement.',
    '',
    ...parts.flat(),
    '## Optional',
    '',
    link('What a check finds', findings, 'Every message of the check, with what to do.'),
    '',
  ].join('\n');
}
