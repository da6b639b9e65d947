import type { Attribution, Goal, Incentive, Meeting, Owner } from '@smarketing/compiler/ir';
import {
  backwardsPlan,
  type Book,
  goalFigure,
  goalMetric,
  isoDate,
  meetingWhen,
  ownerTitles,
  percent,
  roleTitle,
} from '@smarketing/compiler/words';
import { becauseAspect } from '../aspects.ts';
import type { Found, HarderFor } from '../change.ts';
import { apart, findItemChanges, type Item, type Kind, type Sides, type Told, wording } from '../items.ts';
import { quotedList } from '../words/phrases.ts';

const teamOf = (owner: Owner): HarderFor => (owner === 'shared' ? 'both' : owner);
const goalName = ({ id }: Goal): string => `The goal “${id}”`;
const goalWords = (goal: Goal, book: Book): string => `${goalFigure(book, goal)} ${goalMetric(book, goal)}`;

const goals: Kind<Goal> = {
  part: 'goal',
  name: goalName,
  added: (goal, book) => ({
    level: 'notable',
    harderFor: teamOf(goal.owner),
    more: `: ${goalWords(goal, book)} by ${isoDate(goal.by)}`,
  }),
  removed: () => ({ level: 'notable', harderFor: 'nobody' }),
  aspects: [
    {
      of: ({ target, metric }) => [metric, target],
      tell: ({ before, after }, sides) => {
        const isMore = after.target > before.target;
        const [was, is] = [goalWords(before, sides.before), goalWords(after, sides.after)];
        return {
          verb: isMore ? 'raised' : 'lowered',
          says: `${goalName(after)} is ${is}; before: ${was}.`,
          was,
          is,
          level: 'notable',
          harderFor: isMore ? teamOf(after.owner) : 'nobody',
        };
      },
    },
    {
      of: ({ from, by }) => [from, by],
      tell: ({ before, after }) => ({
        verb: 'moved',
        says: `${goalName(after)} is to be reached from ${isoDate(after.from)} to ${isoDate(after.by)}; before: from ${isoDate(before.from)} to ${isoDate(before.by)}.`,
        level: 'notable',
        harderFor: hasMoreTime(before, after) ? 'nobody' : teamOf(after.owner),
      }),
    },
    {
      of: ({ owner }) => owner,
      tell: ({ before, after }) => ({
        verb: 'changed',
        says: `${goalName(after)} is owned by ${ownerTitles[after.owner].toLowerCase()}; before: by ${ownerTitles[before.owner].toLowerCase()}.`,
        level: 'notable',
        harderFor: teamOf(after.owner),
      }),
    },
    {
      of: ({ deal_size: size, rates }) => [size, rates],
      tell: ({ before, after }, sides) => ({
        verb: 'changed',
        ...plansApart(before, after, sides),
        level: 'notable',
        harderFor: teamOf(after.owner),
      }),
    },
    becauseAspect(goalName),
  ],
};

function hasMoreTime(before: Goal, after: Goal): boolean {
  return after.from <= before.from && after.by >= before.by;
}

/** The steps of the plan that have other numbers. */
function plansApart(before: Goal, after: Goal, sides: Sides): Pick<Told, 'says' | 'was' | 'is'> {
  const [ones, others] = [stepsOf(before, sides.before), stepsOf(after, sides.after)];
  const [was, is] = [stepsBut(others, ones), stepsBut(ones, others)];
  return {
    says: `${goalName(after)} is worked backwards from other numbers: ${is}; before: ${was}.`,
    was,
    is,
  };
}

function stepsBut(known: readonly string[], steps: readonly string[]): string {
  return steps.filter((step) => !known.includes(step)).join(', ') || 'nothing of the kind';
}

function stepsOf(goal: Goal, book: Book): readonly string[] {
  return backwardsPlan(book, goal).flatMap(({ from }) => from ?? []);
}

const incentiveName = ({ id }: Incentive): string => `The incentive “${id}”`;

function incentiveApart(before: Incentive, after: Incentive): Pick<Told, 'says' | 'was' | 'is'> {
  const named = incentiveName(after);
  if (before.says !== after.says) return apart(`${named} says something else`, before.says, after.says);
  return before.for === after.for
    ? apart(`${named} stands on something else`, before.on, after.on)
    : apart(`${named} is for somebody else`, teamOf(before.for), teamOf(after.for));
}

const incentives: Kind<Incentive> = {
  part: 'incentive',
  name: incentiveName,
  added: ({ for: team }) => ({ level: 'notable', harderFor: teamOf(team) }),
  removed: ({ for: team }) => ({ level: 'notable', harderFor: teamOf(team) }),
  aspects: [
    {
      of: ({ for: team, on, says }) => [team, on, says],
      tell: ({ before, after }) => ({
        verb: 'changed',
        ...incentiveApart(before, after),
        level: 'notable',
        // Who loses one has to agree as well.
        harderFor: before.for === after.for ? teamOf(after.for) : 'both',
      }),
    },
  ],
};

const meetingName = ({ title }: Meeting): string => `The meeting “${title}”`;

const meetings: Kind<Meeting> = {
  part: 'meeting',
  name: meetingName,
  added: (meeting) => ({ level: 'notable', harderFor: 'nobody', more: `: ${meetingWhen(meeting)}` }),
  removed: () => ({ level: 'notable', harderFor: 'nobody' }),
  aspects: [
    {
      of: ({ every, on, at, minutes }) => [every, on, at, minutes],
      tell: ({ before, after }) => ({
        verb: 'moved',
        says: `${meetingName(after)} takes place at another time: ${meetingWhen(after)}; before: ${meetingWhen(before)}.`,
        level: 'notable',
        harderFor: 'nobody',
      }),
    },
    {
      of: ({ who, owner }) => [who, owner],
      tell: ({ after }, { after: book }) => ({
        verb: 'changed',
        says: `${meetingName(after)} is for others: ${quotedList(after.who.map((role) => roleTitle(book, role)))}.`,
        level: 'notable',
        harderFor: 'nobody',
      }),
    },
    wording('the title', ({ title }) => title, meetingName),
    wording('the agenda', ({ agenda }) => agenda, meetingName),
  ],
};

const attribution: Kind<Item & Attribution> = {
  part: 'attribution',
  name: () => 'The attribution',
  added: () => ({ level: 'notable', harderFor: 'both' }),
  removed: () => ({ level: 'notable', harderFor: 'both' }),
  aspects: [
    {
      of: ({ weights }) => weights.map(({ touch, weight }) => [touch, weight]),
      tell: ({ before, after }) => ({
        verb: 'changed',
        says: `Revenue is credited otherwise: ${weightsOf(after)}; before: ${weightsOf(before)}.`,
        level: 'notable',
        harderFor: 'both',
      }),
    },
    wording(
      'the labels',
      ({ weights }) => weights.map(({ label }) => label),
      () => 'The attribution',
    ),
  ],
};

function weightsOf({ weights }: Attribution): string {
  return weights.map(({ label, weight }) => `${label} ${percent(weight)}`).join(', ');
}

const credit = (of: Attribution | null): readonly (Item & Attribution)[] =>
  of ? [{ id: 'attribution', ...of }] : [];

/** Changes of what the teams aim at, and when they meet. */
export function findPlanChanges(sides: Sides): readonly Found[] {
  const [before, after] = [sides.before.agreement, sides.after.agreement];
  return [
    ...findItemChanges(sides, { before: before.goals, after: after.goals }, goals),
    ...findItemChanges(sides, { before: before.incentives, after: after.incentives }, incentives),
    ...findItemChanges(
      sides,
      { before: credit(before.attribution), after: credit(after.attribution) },
      attribution,
    ),
    ...findItemChanges(sides, { before: before.meetings, after: after.meetings }, meetings),
  ];
}
