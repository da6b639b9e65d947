import { h, type ViewNode } from './node.ts';
import type { LeadJson, Words } from './types.ts';
import { valueWords } from './values.ts';

/** The messages that go out now, as their readers would see them. */
export function noticeCards(words: Words, notices: readonly string[], lead: LeadJson): readonly ViewNode[] {
  return notices.flatMap((id) => {
    const notice = words.notices[id];
    if (notice === undefined) return [];
    const shown = notice.shows.flatMap((field) => {
      const of = words.fields[field];
      return of === undefined ? [] : [{ label: of.label, value: valueWords(words, of, lead[field]) }];
    });
    return [
      h(
        'article',
        { class: 'notice-card' },
        h('p', { class: 'small' }, `${notice.to}, ${notice.by}`),
        h('p', {}, notice.says),
        shown.length === 0
          ? null
          : h(
              'dl',
              { class: 'pairs' },
              ...shown.map(({ label, value }) => h('div', {}, h('dt', {}, label), h('dd', {}, value))),
            ),
      ),
    ];
  });
}
