import { firstOf } from '../../found.ts';
import { evaluate } from '../evaluate.ts';
import { readLead } from '../read-lead.ts';
import type { Decision, LeadInput } from '../types.ts';
import { bring, eventFor, plainLead, withEvents } from './draft.ts';
import type { World } from './draft.ts';
import type { LeadCase } from './random-lead.ts';

const day = 86_400_000;
const beside = [-1, 0, 1];

/** Each promise's clock started, and then looked at, stopped, paused, restarted at the instants that it names. */
export function* casesOfPromises(world: World): Generator<LeadCase> {
  for (const promise of world.agreement.promises) {
    if (promise.kind !== 'clock' && promise.kind !== 'attempts') continue;
    const others =
      promise.kind === 'clock' ? [...promise.restarts, ...promise.pauses.flatMap(pairOf)] : promise.of;
    const enders = [...promise.stops, ...others];
    for (const start of promise.starts) {
      for (const ago of [0, 1, 6 * 3_600_000, day, 3 * day]) {
        const moment = world.asOf - ago;
        const base = bring(world, plainLead(world), promise.when);
        const nearly = promise.kind === 'attempts' ? promise.at_least - 1 : 0;
        const attempts = Array.from({ length: nearly }, () => eventFor(world, firstOf(others), moment));
        const started = withEvents(base, [eventFor(world, start, moment), ...attempts]);
        for (const instant of instantsOf(world, started, promise.id)) {
          yield* casesAround(world, started, enders, instant);
        }
      }
    }
  }
}

function pairOf({ from, until }: { from: readonly string[]; until: readonly string[] }): readonly string[] {
  return [...from, ...until];
}

function* casesAround(
  world: World,
  lead: LeadInput,
  names: readonly string[],
  instant: number,
): Generator<LeadCase> {
  for (const step of beside) {
    yield { input: lead, asOf: instant + step };
    for (const name of names) {
      const input = withEvents(lead, [eventFor(world, name, instant + step)]);
      yield { input, asOf: instant + 2 };
    }
  }
  const all = names.map((name, index) => eventFor(world, name, instant - 2 * index));
  yield { input: withEvents(lead, all), asOf: instant + day };
}

/** The start, reminder, deadline and escalations that the reference tells of. */
function instantsOf({ agreement, asOf }: World, input: LeadInput, id: string): readonly number[] {
  const reading = readLead(agreement, input);
  const decision: Decision | undefined =
    'lead' in reading ? evaluate(agreement, reading.lead, { asOf }) : undefined;
  const status = decision?.promises.find((promise) => promise.id === id);
  if (status === undefined) return [];
  const { started_at, remind_at, due_at, escalations } = status;
  const instants = [started_at, remind_at, due_at, ...escalations.map(({ at }) => at)];
  return [...new Set(instants.filter((instant) => instant !== null))];
}
