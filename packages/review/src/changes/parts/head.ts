import type { Agreement, PartyInfo, Role } from '@smarketing/compiler/ir';
import { isoDate } from '@smarketing/compiler/words';
import type { Found, HarderFor } from '../change.ts';
import {
  apart,
  type Aspect,
  aspectChanges,
  findItemChanges,
  type Item,
  type Kind,
  type Sides,
  type Told,
  wording,
} from '../items.ts';
import { quotedList } from '../words/phrases.ts';

type Head = Item &
  Pick<
    Agreement,
    | 'title'
    | 'summary'
    | 'currency'
    | 'time_zone'
    | 'effective_from'
    | 'review_by'
    | 'notice_period_days'
    | 'approvals'
  >;

const name = (): string => 'The agreement';

function valueAspect<K extends keyof Head>(
  key: K,
  says: (is: Head[K], was: Head[K]) => string,
  more: Pick<Told, 'level' | 'harderFor'>,
): Aspect<Head> {
  return {
    of: (head) => head[key],
    tell: ({ before, after }) => ({ verb: 'changed', says: says(after[key], before[key]), ...more }),
  };
}

const heads: Pick<Kind<Head>, 'aspects' | 'part' | 'name'> = {
  part: 'agreement',
  name,
  aspects: [
    valueAspect('currency', (is, was) => `Amounts are in ${is}; before: in ${was}.`, {
      level: 'breaking',
      harderFor: 'both',
    }),
    valueAspect('time_zone', (is, was) => `Days are those of ${is}; before: of ${was}.`, {
      level: 'breaking',
      harderFor: 'both',
    }),
    valueAspect(
      'effective_from',
      (is, was) => `The agreement is in force from ${isoDate(is)}; before: from ${isoDate(was)}.`,
      {
        level: 'notable',
        harderFor: 'nobody',
      },
    ),
    valueAspect(
      'review_by',
      (is, was) => `The agreement is looked at again by ${isoDate(is)}; before: by ${isoDate(was)}.`,
      {
        level: 'notable',
        harderFor: 'nobody',
      },
    ),
    valueAspect('notice_period_days', (is, was) => `A team gives notice of ${is} days; before: of ${was}.`, {
      level: 'breaking',
      harderFor: 'both',
    }),
    {
      of: ({ approvals }) => approvals,
      tell: ({ before, after }) => ({
        verb: 'changed',
        says: `Changes need other approvals: ${approvalsApart(after, before)}; before: ${approvalsApart(before, after)}.`,
        level: 'breaking',
        harderFor: 'both',
      }),
    },
    wording('the title', ({ title }) => title, name),
    wording('the summary', ({ summary }) => summary, name),
  ],
};

/** Of the rules for approvals those that are not in the other version. */
function approvalsApart({ approvals }: Head, other: Head): string {
  const own = Object.entries(approvals).filter(([topic, rule]) =>
    Object.entries(other.approvals).every(([key, is]) => key !== topic || is !== rule),
  );
  return own.map(([topic, rule]) => `${topic} by ${rule.replaceAll('_', ' ')}`).join(', ');
}

const partyName = ({ title }: PartyInfo): string => `The team “${title}”`;

const parties: Kind<PartyInfo> = {
  part: 'party',
  name: partyName,
  added: () => ({ level: 'breaking', harderFor: 'both' }),
  removed: () => ({ level: 'breaking', harderFor: 'both' }),
  essence: ({ id }) => id,
  aspects: [
    {
      of: ({ approvers }) => approvers,
      tell: ({ before, after }) => ({
        verb: 'changed',
        says: `${partyName(after)} is spoken for by ${quotedList(after.approvers)}; before: by ${quotedList(before.approvers)}.`,
        level: 'breaking',
        harderFor: 'both',
      }),
    },
    {
      of: ({ head }) => head,
      tell: ({ before, after }) => ({
        verb: 'changed',
        ...apart(`${partyName(after)} is led by somebody else`, before.head, after.head),
        level: 'notable',
        harderFor: 'nobody',
      }),
    },
    wording('the title', ({ title }) => title, partyName),
  ],
};

const roleName = ({ title }: Role): string => `The role “${title}”`;

const roles: Kind<Role> = {
  part: 'role',
  name: roleName,
  added: () => ({ level: 'notable', harderFor: 'nobody' }),
  removed: () => ({ level: 'notable', harderFor: 'nobody' }),
  aspects: [
    {
      of: ({ party }) => party,
      tell: ({ before, after }) => ({
        verb: 'moved',
        says: `${roleName(after)} belongs to ${after.party}; before: to ${before.party}.`,
        level: 'notable',
        harderFor: after.party === 'shared' ? 'both' : (after.party satisfies HarderFor),
      }),
    },
    wording('the title', ({ title }) => title, roleName),
  ],
};

/** Changes of who agrees, from when, and of who is who. */
export function findHeadChanges(sides: Sides): readonly Found[] {
  const [before, after] = [sides.before.agreement, sides.after.agreement];
  return [
    ...aspectChanges(sides, { before: headOf(before), after: headOf(after) }, heads),
    ...findItemChanges(sides, { before: before.parties, after: after.parties }, parties),
    ...findItemChanges(sides, { before: before.roles, after: after.roles }, roles),
  ];
}

function headOf(agreement: Agreement): Head {
  const { title, summary, currency, time_zone, effective_from, review_by, notice_period_days, approvals } =
    agreement;
  return {
    id: 'agreement',
    title,
    summary,
    currency,
    time_zone,
    effective_from,
    review_by,
    notice_period_days,
    approvals,
  };
}
