import { assign } from '../../ir/assign.ts';
import type { Agreement } from '../../ir/types.ts';
import { packageWord } from '../encode/name.ts';
import { literal } from '../encode/typescript.ts';
import { fence, prints } from './fence.ts';

/** What `assign` is for, with a program that runs; empty where all leads are given by hand. */
export function assignSection(agreement: Agreement, packageName: string): string {
  const queue = agreement.queues.find(({ assign: by }) => by !== 'by_hand');
  if (queue === undefined) return '';
  return [
    '## Who gets the lead',
    '`assign(state, to)` finds the person: of a queue by its method in the agreement (`round_robin`: whose last turn is longest ago; `least_loaded`: who has the fewest leads in work, and of several whose turn it is; `by_hand`: nobody), or of where a decision routes the lead (`decision.route`). It changes nothing: it returns who it is and the state to keep for the next lead, a small JSON value that your program stores; `null` is the state before the first. `state.open` counts the leads that each person has in work: `release(state, person)` takes one away when a lead is done, or write your own figures. People who left are forgotten, and who joined has the next turn, once.',
    fence('js', program(agreement, queue.id, packageWord(packageName))),
  ].join('\n\n');
}

function program(agreement: Agreement, queue: string, name: string): string {
  const first = assign(agreement, null, queue);
  const second = assign(agreement, first.state, queue);
  return [
    `import { assign } from '${name}';`,
    '',
    `const first = assign(null, ${literal(queue)});`,
    `const second = assign(first.state, ${literal(queue)});`,
    prints('[first.person, first.owner]', [first.person, first.owner]),
    prints('[second.person, second.owner]', [second.person, second.owner]),
    prints('second.state', second.state),
  ].join('\n');
}
