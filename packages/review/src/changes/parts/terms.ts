import type { Term } from '@smarketing/compiler/ir';
import { lowerFirst } from '@smarketing/compiler/words';
import type { Found } from '../change.ts';
import { contentBut } from '../content.ts';
import { apart, findItemChanges, type Kind, type Sides, wording } from '../items.ts';

const name = ({ title }: Term): string => `The term “${title}”`;

const terms: Kind<Term> = {
  part: 'term',
  name,
  added: () => ({ level: 'notable', harderFor: 'nobody' }),
  removed: () => ({ level: 'notable', harderFor: 'nobody' }),
  essence: (term) => contentBut(term, 'title', 'avoid'),
  aspects: [
    {
      of: ({ title }) => title,
      tell: ({ before, after }) => ({
        verb: 'renamed',
        says: `The term “${before.title}” is now called “${after.title}”.`,
        level: 'notable',
        harderFor: 'nobody',
      }),
    },
    {
      of: ({ means }) => means,
      tell: ({ before, after }) => ({
        verb: 'redefined',
        ...apart(`${name(after)} means something else`, before.means, after.means),
        level: 'notable',
        harderFor: 'both',
      }),
    },
    {
      of: ({ not }) => not,
      tell: ({ before, after }) => ({
        verb: 'redefined',
        ...apart(`What ${lowerFirst(name(after))} does not mean is another thing`, before.not, after.not),
        level: 'notable',
        harderFor: 'both',
      }),
    },
    wording('the list of words to avoid', ({ avoid }) => avoid, name),
  ],
};

/** Changes of the shared definitions. */
export function findTermChanges(sides: Sides): readonly Found[] {
  const { before, after } = sides;
  return findItemChanges(sides, { before: before.agreement.terms, after: after.agreement.terms }, terms);
}
