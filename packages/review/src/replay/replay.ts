import { areDecidedApart, isTold } from '@smarketing/compiler';
import type { Agreement, Decision, Lead } from '@smarketing/compiler/ir';
import type { Review } from '../review.ts';
import { type Cohort, fewest, type Handover, type Movement, type Replay, told } from './data.ts';
import { segmentsOf } from './segments.ts';
import { shareOf } from './share.ts';
import { handoverStage, outcomeIn, wonStage } from './stages.ts';

/** A lead that both versions decided, as it stands and as if it began anew: see {@link anewIn}. */
export interface ReplayedLead {
  readonly created_at: number;
  /** By field, with the words that options are written with; there may be more. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly events: readonly { readonly event: string }[];
  /** As the version before reads it. */
  readonly lead: () => Lead;
  readonly was: Decision;
  readonly is: Decision;
  readonly anew: readonly [was: Decision, is: Decision];
}

export interface Replaying {
  readonly add: (lead: ReplayedLead) => void;
  readonly refuse: () => void;
  readonly result: () => Replay;
}

type Versions = Pick<Review, 'before' | 'after' | 'differences'>;

/** Takes leads one after another, and tells what both versions made of them all. Nothing of a lead is kept. */
export function startReplay({ before, after, differences }: Versions, asOf: number): Replaying {
  const stage = handoverStage(after);
  const segments = segmentsOf(before);
  const moves = movesOf(before, after);
  const cohorts = cohortsOf();
  const outcome = outcomeIn(before);
  const total = { leads: 0, refused: 0, changed: 0, outside: 0, first: Infinity, last: -Infinity };
  return {
    add: (replayed) => {
      const { created_at: created, fields, was, is } = replayed;
      const isChanged = areDecidedApart(was, is);
      total.leads += 1;
      total.first = Math.min(total.first, created);
      total.last = Math.max(total.last, created);
      if (isChanged) {
        total.changed += 1;
        moves.add(was, is);
        if (!isTold(differences, before, { lead: replayed.lead(), asOf, was, is })) total.outside += 1;
      }
      const [one, other] = replayed.anew.map(({ moves: all }) => all.some(({ to }) => to === stage));
      const handed = [one ?? false, other ?? false] as const;
      segments.add({ fields, was, isChanged, handed });
      cohorts.add(handed, outcome(replayed));
    },
    refuse: () => {
      total.refused += 1;
    },
    result: () => {
      const about = { as_of: new Date(asOf).toISOString(), leads: told(total.leads), refused: total.refused };
      if (total.leads < fewest) return { ...about, ...untold };
      return {
        ...about,
        created: [day(total.first), day(total.last)],
        changed: told(total.changed),
        outside: differences.verdict === 'unknown' ? null : total.outside > 0 ? 'some' : 'none',
        moves: moves.result(),
        segments: segments.result(),
        handover:
          stage === undefined
            ? null
            : cohorts.result(titleOf(after, stage), titleOf(before, wonStage(before))),
      };
    },
  };
}

/** What is said of too few leads. */
const untold = {
  created: null,
  changed: null,
  outside: null,
  moves: [],
  segments: [],
  handover: null,
} as const;

function day(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function titleOf({ stages }: Agreement, id: string): string {
  return stages.find((stage) => stage.id === id)?.title ?? id;
}

/** What leads have before and after, where that is not the same. */
function movesOf(before: Agreement, after: Agreement) {
  const counts = new Map<string, number>();
  const aspects = [
    ['stage', ({ stage }: Decision) => stage, ({ stages }: Agreement) => stages],
    ['grade', ({ grade }: Decision) => grade, () => []],
    ['persona', ({ persona }: Decision) => persona, ({ personas }: Agreement) => personas],
    ['queue', queueOf, ({ queues }: Agreement) => queues],
  ] as const;
  return {
    add: (was: Decision, is: Decision): void => {
      for (const [aspect, of, titles] of aspects) {
        const [from, to] = [of(was), of(is)];
        if (from === to) continue;
        const key = JSON.stringify([aspect, titled(titles(before), from), titled(titles(after), to)]);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    },
    result: (): readonly Movement[] => {
      const all = [...counts].toSorted(([, a], [, b]) => b - a);
      const order = aspects.map(([aspect]) => aspect);
      return all
        .map(([key, count]): Movement => {
          const [aspect, from, to] = JSON.parse(key) as [Movement['aspect'], string | null, string | null];
          return { aspect, from, to, leads: told(count) };
        })
        .toSorted((a, b) => order.indexOf(a.aspect) - order.indexOf(b.aspect));
    },
  };
}

/** Owners are not named. */
function queueOf({ route }: Decision): string | null {
  return route && (route.queue ?? 'their owner');
}

function titled(
  list: readonly { readonly id: string; readonly title: string }[],
  id: string | null,
): string | null {
  return id === null ? null : (list.find((one) => one.id === id)?.title ?? id);
}

const whos: readonly Cohort['who'][] = ['both', 'added', 'dropped'];

/** What became of the leads that both versions hand over, and of those that only one does. */
function cohortsOf() {
  const counts = whos.map(() => ({ leads: 0, won: 0, lost: 0 }));
  let won = 0;
  return {
    add: ([one, other]: readonly [boolean, boolean], outcome: 'won' | 'lost' | null): void => {
      won += Number(outcome === 'won');
      const count = one || other ? counts[one && other ? 0 : other ? 1 : 2] : undefined;
      if (!count) return;
      count.leads += 1;
      if (outcome) count[outcome] += 1;
    },
    result: (stage: string, wonIn: string): Handover => {
      const [both = 0, added = 0, dropped = 0] = counts.map(({ leads }) => leads);
      const cohorts = counts.map(({ leads, ...outcomes }, at): Cohort => {
        const who = whos[at] ?? 'both';
        if (leads < fewest) return { who, leads: told(leads), won: null, lost: null };
        return { who, leads, won: shareOf(outcomes.won, leads), lost: shareOf(outcomes.lost, leads) };
      });
      return {
        stage,
        won: wonIn,
        hasOutcomes: won > 0,
        before: told(both + dropped),
        after: told(both + added),
        cohorts,
      };
    },
  };
}
