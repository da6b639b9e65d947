import { describe, expect, it } from 'vitest';
import type { Agreement, LeadInput } from '../../src/ir/index.ts';
import { createAsker } from '../../src/prove/ask/asker.ts';
import { minimal } from '../../src/prove/ask/minimal.ts';
import { type Case, replay } from '../../src/prove/ask/replay.ts';
import { walk } from '../../src/prove/ask/walk.ts';
import { inWords } from '../../src/prove/ask/words.ts';
import {
  about,
  agreement,
  day,
  eventRule,
  happened,
  hour,
  leadRule,
  least,
  now,
  score,
} from '../ir/agreements.ts';

const big = leadRule('big', 30, {
  when: { kind: 'number', subject: about('staff'), decimals: 0, ...least(200) },
});
const terms = agreement({ scores: [score('fit', { rules: [big, eventRule('visits', 10, { cap: 40 })] })] });

function found(input: Partial<LeadInput>, of: Agreement = terms): Case {
  const decided = replay(of, { id: 'one', created_at: now - 10 * day, ...input }, now);
  if (!decided) throw new Error('The agreement does not take the lead');
  return decided;
}

function visit(age: number): { readonly event: string; readonly at: number } {
  return { event: 'visit', at: now - age };
}

function lacking({ decision }: Case): number {
  return Math.max(0, 50 - (decision.scores['fit'] ?? 0));
}

describe('a lead that shows something', () => {
  it('is made smaller while it still does', () => {
    const start = found({ staff: 300, title: 'VP', flagged: true, events: [visit(day), visit(hour)] });
    const { input } = minimal(terms, start, ({ decision }) => (decision.scores['fit'] ?? 0) >= 40);
    expect(Object.keys(input).toSorted()).toEqual(['created_at', 'events', 'id', 'staff']);
    expect(input.events).toHaveLength(1);
  });

  it('is walked to from another, by parts of known leads', () => {
    const known = [found({ staff: 300 }), found({ events: [visit(hour)] })];
    const end = walk(terms, { start: found({}), known, distance: lacking });
    expect(end?.decision.scores['fit']).toBeGreaterThanOrEqual(50);
    expect(walk(terms, { start: found({}), known: [], distance: lacking })).toBeUndefined();
  });

  it('is said in words', () => {
    const events = [{ event: 'entered_mql', at: now - 3 * day }, visit(hour), visit(hour)];
    expect(inWords(terms, found({ staff: 1200, title: 'VP', events }))).toBe(
      'a lead with staff 1,200, title “VP”, in mql for 3 days, 2 times visit 1 hour before',
    );
    expect(inWords(terms, found({}))).toBe('a lead of which nothing is known');
  });
});

describe('a question about very many events', () => {
  const many = happened('visit', { min: 100 });
  const rule = leadRule('fan', 10, { when: many });
  const fans = agreement({ scores: [score('fit', { rules: [rule] })] });

  it('is never answered by what cannot be told apart', () => {
    const asker = createAsker(fans);
    const { verdict } = asker.find({ formula: asker.judge.holds(many), holds: () => false });
    expect(verdict).toBe('unknown');
    const fewer = asker.world.logic.not(asker.judge.holds(happened('visit', { min: 1 })));
    expect(asker.isNever(asker.world.logic.and(asker.judge.holds(many), fewer))).toBe(true);
  });
});

describe('a question about more events than a few', () => {
  it('is answered by a lead that has them', () => {
    const asker = createAsker(agreement({ scores: [score('fit', { rules: [eventRule('visits', 5)] })] }));
    const answer = asker.find({
      formula: asker.judge.score('fit').atLeast(60),
      holds: ({ decision }) => (decision.scores['fit'] ?? 0) >= 60,
    });
    expect(answer.verdict).toBe('found');
  });
});
