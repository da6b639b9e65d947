import type { Rule, Score } from '@smarketing/compiler/ir';
import { type Book, plain, points, ruleAsks, ruleLimits } from '@smarketing/compiler/words';
import { becauseAspect, inForceAspect, whenAspect } from '../aspects.ts';
import type { Found, HarderFor } from '../change.ts';
import { contentBut } from '../content.ts';
import { type Aspect, findItemChanges, type Kind, type Pair, type Sides } from '../items.ts';

const name = ({ id }: Rule): string => `The rule “${id}”`;

/** More points for a lead make more work for sales, fewer ask more of marketing. */
const forMore = (isMore: boolean): HarderFor => (isMore ? 'sales' : 'marketing');
const effect = {
  wider: ({ points: given }: Rule): HarderFor => forMore(given > 0),
  narrower: ({ points: given }: Rule): HarderFor => forMore(given < 0),
};

function rulesOf({ title, decimals }: Score): Kind<Rule> {
  const gives = (rule: Rule): string => `${points(rule.points, decimals)} points in the score “${title}”`;
  return {
    part: 'rule',
    name,
    added: (rule, book) => ({
      level: 'notable',
      harderFor: effect.wider(rule),
      more: `: ${gives(rule)} where ${asksOf(rule, book)}`,
    }),
    removed: (rule, book) => ({
      level: 'notable',
      harderFor: effect.narrower(rule),
      more: `: it gave ${gives(rule)} where ${asksOf(rule, book)}`,
    }),
    essence: (rule) => contentBut(rule, 'because'),
    aspects: [
      {
        of: ({ points: given }) => given,
        tell: ({ before, after }) => {
          const isMore = after.points > before.points;
          const [was, is] = [before, after].map((rule) => points(rule.points, decimals));
          return {
            verb: isMore ? 'raised' : 'lowered',
            says: `${name(after)} gives ${gives(after)}; before: ${was}.`,
            was: was ?? null,
            is: is ?? null,
            level: 'notable',
            harderFor: forMore(isMore),
          };
        },
      },
      whenAspect(name, effect),
      happens,
      limits(decimals),
      {
        of: ({ group }) => group,
        tell: ({ before, after }) => ({
          verb: 'moved',
          says: `${name(after)} counts in ${groupWords(after)}; before: in ${groupWords(before)}.`,
          level: 'notable',
          harderFor: 'both',
        }),
      },
      inForceAspect(name, effect),
      becauseAspect(name),
    ],
  };
}

/** What an event rule or an idle rule waits for. */
const happens: Aspect<Rule> = {
  of: (rule) => {
    if (rule.kind === 'event_rule') return [rule.kind, rule.on, rule.where];
    return rule.kind === 'idle_rule' ? [rule.kind, rule.every_ms, rule.without] : [rule.kind];
  },
  tell: ({ before, after }, sides) => {
    const [was, is] = [asksOf(before, sides.before), asksOf(after, sides.after)];
    return {
      verb: 'changed',
      says: `${name(after)} counts other things: ${is}; before: ${was}.`,
      was,
      is,
      level: 'notable',
      harderFor: 'both',
    };
  },
};

/** How often it counts, up to how much, and how its points fade. */
function limits(decimals: number): Aspect<Rule> {
  const words = (rule: Rule, book: Book): string =>
    ruleLimits(book, { ...rule, in_force: null }, decimals).join(', ') || 'no limits';
  return {
    of: (rule) => [
      rule.cap,
      rule.floor,
      ...(rule.kind === 'event_rule' ? [rule.at_most, rule.fades, rule.stacks_with] : []),
      ...(rule.kind === 'lead_rule' ? [rule.table] : []),
    ],
    tell: ({ before, after }, sides) => {
      const [was, is] = [words(before, sides.before), words(after, sides.after)];
      return {
        verb: 'changed',
        says: `${name(after)} has other limits: ${is}; before: ${was}.`,
        was,
        is,
        level: 'notable',
        harderFor: 'both',
      };
    },
  };
}

const groupWords = ({ group }: Rule): string => (group === null ? 'no group' : `the group “${group}”`);

function asksOf(rule: Rule, book: Book): string {
  return ruleAsks(book, rule).map(plain).join(', and ') || 'a lead is there';
}

/** Changes of the rules of a score. */
export function findRuleChanges(sides: Sides, { before, after }: Pair<Score>): readonly Found[] {
  const lists = { before: before.rules, after: after.rules };
  return findItemChanges<Rule>(sides, lists, rulesOf(after));
}
