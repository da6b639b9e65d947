import type { Notice } from '@smarketing/compiler/ir';
import { type Book, channelWords, plain, roleTitle, stageName } from '@smarketing/compiler/words';
import { inForceAspect, whenAspect } from '../aspects.ts';
import type { Found, HarderFor } from '../change.ts';
import { findItemChanges, type Kind, type Sides, wording } from '../items.ts';

const name = ({ id }: Notice): string => `The notice “${id}”`;
const nobody = (): HarderFor => 'nobody';

const notices: Kind<Notice> = {
  part: 'notice',
  name,
  added: (notice, book) => ({ level: 'notable', harderFor: 'nobody', more: `: ${goes(notice, book)}` }),
  removed: (notice, book) => ({
    level: 'notable',
    harderFor: 'nobody',
    more: `: it went ${goes(notice, book)}`,
  }),
  aspects: [
    {
      of: ({ on, to, by }) => [on, to, by],
      tell: ({ before, after }, sides) => ({
        verb: 'changed',
        says: `${name(after)} goes ${goes(after, sides.after)}; before: ${goes(before, sides.before)}.`,
        level: 'notable',
        harderFor: 'nobody',
      }),
    },
    whenAspect(name, { wider: nobody, narrower: nobody }),
    inForceAspect(name, { wider: nobody, narrower: nobody }),
    wording('the message', ({ says }) => says, name),
    wording('what it shows of the lead', ({ shows }) => shows, name),
  ],
};

function goes({ on, to, by }: Notice, book: Book): string {
  const stages = on.map((id) => stageName(book, id)).join(' or ');
  return `to ${roleTitle(book, to).replace(/^Who/, 'who')} ${plain(channelWords(by))} when a lead enters ${stages}`;
}

/** Changes of the messages to people. */
export function findNoticeChanges(sides: Sides): readonly Found[] {
  const lists = { before: sides.before.agreement.notices, after: sides.after.agreement.notices };
  return findItemChanges(sides, lists, notices);
}
