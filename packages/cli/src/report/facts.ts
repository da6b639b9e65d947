import type { CheapestWay } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import type { Colors } from '../io.ts';
import type { Facts } from '../proofs/facts.ts';
import { columns as inColumns, counted, grouped, wrapped } from './text.ts';

export interface FactWords {
  readonly agreement: Agreement;
  readonly paint: Colors;
  readonly columns: number;
}

/** The cheapest way to each stage that rules lead to, and the fields that decide most often while nobody knows them. */
export function factLines({ ways, invented, fields }: Facts, words: FactWords): readonly string[] {
  const { bold } = words.paint;
  const leads = `${counted(invented.leads, 'invented lead')}, seed ${invented.seed}`;
  const counts = inColumns(
    fields.map(({ field, decided, leads }) => [field, `${grouped(decided)} of ${grouped(leads)}`]),
  );
  return [
    bold('The cheapest ways'),
    ...ways.flatMap((way) => wayLines(way, words)),
    '',
    ...wrapped(`What decides most often while it is not known (${leads})`, words.columns).map(bold),
    ...(fields.length > 0 ? counts.map((line) => `    ${line}`) : ['    nothing']),
  ];
}

function wayLines({ stage, way, by, events, witness }: CheapestWay, words: FactWords): readonly string[] {
  const { agreement, paint, columns } = words;
  const title = agreement.stages.find(({ id }) => id === stage)?.title ?? stage;
  const means = by === 'rule' ? 'by the rule' : 'by what happens,';
  const says = `To ${title} ${means} ${way}, with ${counted(events, 'event')} of the lead:`;
  return [
    ...wrapped(says, columns - 4).map((line) => `    ${line}`),
    ...wrapped(`${witness.says}.`, columns - 6).map((line) => `      ${paint.dim(line)}`),
  ];
}
