import type { Formula } from '@smarketing/logic';
import type { Agreement, Stage, Transition } from '../../ir/types.ts';
import { type Asker, createAsker } from '../ask/asker.ts';
import { minimal } from '../ask/minimal.ts';
import type { Case } from '../ask/replay.ts';
import { inWords } from '../ask/words.ts';
import type { Witness } from '../report.ts';

/** The least that somebody has to do to become something. */
export interface CheapestWay {
  readonly stage: string;
  /** The transition. */
  readonly way: string;
  readonly by: 'rule' | 'people';
  /** How many events that leads cause it takes. */
  readonly events: number;
  readonly witness: Witness;
}

/**
 * For each stage of the funnel into which rules lead, the way into it that takes the fewest events of the lead: by a rule, and
 * by an event that decides by itself. It shows how the agreement could be gamed.
 *
 * ```ts
 * cheapestWays(agreement); // [{ stage: 'mql', way: 'mql_by_demo', by: 'people', events: 1, witness }]
 * ```
 */
export function cheapestWays(agreement: Agreement): readonly CheapestWay[] {
  const asker = createAsker(agreement);
  const exits = new Set(agreement.stages.filter(({ exit }) => exit).map(({ id }) => id));
  return agreement.stages
    .filter(
      (stage) => !stage.exit && agreement.transitions.some(({ by, to }) => by === 'rule' && to === stage.id),
    )
    .flatMap((stage) =>
      (['rule', 'people'] as const).flatMap((by) => cheapest(asker, { stage, by, exits }) ?? []),
    );
}

interface Sought {
  readonly stage: Stage;
  readonly by: 'rule' | 'people';
  readonly exits: ReadonlySet<string>;
}

/** One event more, until some lead gets there. */
function cheapest(asker: Asker, { stage, by, exits }: Sought): CheapestWay | undefined {
  const { agreement, logic, cells } = asker.world;
  const ways = agreement.transitions.filter(
    ({ to, ...way }) => to === stage.id && way.by === by && !isBySales(agreement, way),
  );
  const starts = (way: Transition): string[] => way.from.filter((from) => !exits.has(from));
  const fires = logic.or(...ways.flatMap((way) => starts(way).map((from) => asker.moves.fires(way, from))));
  const own = cells.all.filter(({ told }) => told.type.by === 'lead');
  const arrives = ({ decision }: Case): boolean =>
    ways.some(({ id }) => id === decision.moves[0]?.id) && !exits.has(decision.moves[0]?.from ?? '');
  for (let events = 0; events <= mostEvents; events += 1) {
    const few: Formula = logic.not(cells.atLeast(events + 1, own));
    const holds = (found: Case): boolean => arrives(found) && eventsOf(agreement, found) <= events;
    const found = asker.find({ formula: logic.and(fires, few), holds });
    if (found.verdict !== 'found') continue;
    const lead = minimal(agreement, found.lead, holds);
    return {
      stage: stage.id,
      way: lead.decision.moves[0]?.id ?? '',
      by,
      events: eventsOf(agreement, lead),
      witness: { lead: lead.input, as_of: lead.asOf, says: inWords(agreement, lead) },
    };
  }
  return undefined;
}

/** Nobody games an agreement with more than that. */
const mostEvents = 12;

function isBySales({ events }: Agreement, { on }: Pick<Transition, 'on'>): boolean {
  return on.length > 0 && on.every((id) => events.find((event) => event.id === id)?.by !== 'lead');
}

function eventsOf({ events }: Agreement, { lead }: Case): number {
  const own = new Set(events.filter(({ by }) => by === 'lead').map(({ id }) => id));
  return lead.events.filter(({ event }) => own.has(event)).length;
}
