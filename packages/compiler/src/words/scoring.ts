import type { Fade, Group, Rule, Score } from '../ir/types.ts';
import { atMost, duration, points, scaled, span } from './amounts.ts';
import type { Book } from './book.ts';
import { conditionLines, whereWords } from './condition.ts';
import { inForce } from './dates.ts';
import { eventList, whenHappens } from './events.ts';
import { listed, plain, say, type Phrase } from './phrase.ts';

/** What a rule asks, one phrase for each thing that must hold. */
export function ruleAsks(book: Book, rule: Rule): readonly Phrase[] {
  const lines = conditionLines(book, rule.when, rule.kind === 'lead_rule' ? '' : 'it ');
  switch (rule.kind) {
    case 'lead_rule':
      return lines;
    case 'event_rule': {
      const where = whereWords(book, rule.on, rule.where);
      const each = say('each time ', whenHappens(book, rule.on), where === null ? '' : say(' (', where, ')'));
      return [each, ...lines.map((line) => say('if ', line))];
    }
    case 'idle_rule': {
      const idle = say(
        `for every ${span(rule.every_ms)} with none of these: `,
        eventList(book, rule.without),
      );
      return [idle, ...lines.map((line) => say('if ', line))];
    }
  }
}

/** How a rule's points are limited: how often, up to how much, how they fade, when it holds. */
export function ruleLimits(book: Book, rule: Rule, decimals: number): readonly string[] {
  return [
    rule.kind === 'event_rule' && rule.at_most ? atMost(rule.at_most) : null,
    rule.cap === null ? null : `up to ${points(rule.cap, decimals)} in all`,
    rule.floor === null ? null : `down to ${points(rule.floor, decimals)} in all`,
    rule.kind === 'event_rule' && rule.fades ? fadeWords(rule.fades, decimals) : null,
    rule.kind === 'event_rule' && rule.stacks_with.length > 0
      ? `counts beside ${plain(listed(rule.stacks_with, 'and'))}, for the same event, on purpose`
      : null,
    rule.in_force ? `in force ${inForce(rule.in_force, book.agreement.time_zone)}` : null,
  ].filter((line) => line !== null);
}

export function fadeWords(fade: Fade, decimals: number): string {
  switch (fade.kind) {
    case 'half_life':
      return `halves every ${span(fade.half_life_days * 86_400_000)}`;
    case 'expires':
      return `gone after ${duration(fade.after_ms)}`;
    case 'lose':
      return `loses ${scaled(fade.points, decimals)} every ${span(fade.every_ms)}`;
  }
}

/** `30 points at most, 0 at least`. */
export function limitsOf(
  { cap, floor }: Pick<Score | Group, 'cap' | 'floor'>,
  decimals: number,
): string | null {
  const parts = [
    cap === null ? null : `at most ${scaled(cap, decimals)}`,
    floor === null ? null : `at least ${scaled(floor, decimals)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
