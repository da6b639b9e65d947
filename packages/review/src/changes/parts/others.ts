import type { Assertion, Example, Mapping, Waiver } from '@smarketing/compiler/ir';
import { isoDate } from '@smarketing/compiler/words';
import { listed } from '../../words/listed.ts';
import { becauseAspect } from '../aspects.ts';
import type { Found } from '../change.ts';
import { contentBut, same } from '../content.ts';
import { findItemChanges, type Item, type Kind, type Sides, wording } from '../items.ts';
import { exampleApart } from '../words/examples.ts';
import { findAssumptionChanges } from './assumptions.ts';

const assertionName = ({ id }: Assertion): string => `The assertion “${id}”`;

const assertions: Kind<Assertion> = {
  part: 'assertion',
  name: assertionName,
  added: ({ says }) => ({ level: 'notable', harderFor: 'nobody', more: `: ${says.replace(/\.$/, '')}` }),
  removed: ({ says }) => ({ level: 'breaking', harderFor: 'both', more: `: ${says.replace(/\.$/, '')}` }),
  aspects: [
    {
      of: ({ mode, when, holds }) => [mode, when, holds],
      tell: ({ after }) => ({
        verb: 'changed',
        says: `${assertionName(after)} asserts something else: ${after.says.replace(/\.$/, '')}.`,
        level: 'breaking',
        harderFor: 'both',
      }),
    },
    wording('what it says', ({ says }) => says, assertionName),
    becauseAspect(assertionName),
  ],
};

const waiverName = ({ finding, of }: Waiver): string => `The waiver of “${finding}” for “${of}”`;

const waivers: Kind<Item & Waiver> = {
  part: 'waiver',
  name: waiverName,
  added: ({ until }) => ({
    level: 'notable',
    harderFor: 'both',
    more: `: it is accepted until ${isoDate(until)}`,
  }),
  removed: () => ({ level: 'wording', harderFor: 'nobody' }),
  aspects: [
    {
      of: ({ until }) => until,
      tell: ({ before, after }) => ({
        verb: after.until > before.until ? 'widened' : 'narrowed',
        says: `${waiverName(after)} is until ${isoDate(after.until)}; before: until ${isoDate(before.until)}.`,
        level: 'notable',
        harderFor: after.until > before.until ? 'both' : 'nobody',
      }),
    },
    becauseAspect<Item & Waiver>(waiverName),
  ],
};

const mappingName = ({ id }: Item): string => `The mapping of “${id}”`;

const mappings: Kind<Item & Mapping> = {
  part: 'mapping',
  name: mappingName,
  added: () => ({ level: 'notable', harderFor: 'nobody' }),
  removed: () => ({ level: 'breaking', harderFor: 'nobody' }),
  aspects: [
    {
      of: (mapping) => contentBut(mapping),
      tell: ({ before, after }, sides) => ({
        verb: 'changed',
        says: `${mappingName(after)} reads ${readOtherwise(before, after, sides)} otherwise.`,
        level: 'notable',
        harderFor: 'nobody',
      }),
    },
  ],
};

/** Fields and events that come from elsewhere or are read in another way, and what else is; of the columns themselves if nothing is. */
function readOtherwise(before: Mapping, after: Mapping, { after: { agreement } }: Sides): string {
  const differ = (of: (mapping: Mapping) => unknown): boolean => !same(of(before), of(after));
  const apart = (
    all: readonly { readonly id: string; readonly label: string }[],
    of: (mapping: Mapping, id: string) => unknown,
  ): readonly string[] =>
    all.filter(({ id }) => differ((mapping) => of(mapping, id))).map(({ label }) => `“${label}”`);
  const parts = [
    ...apart(agreement.fields, ({ fields }, id) => fields.filter(({ field }) => field === id)),
    ...apart(agreement.events, ({ events }, id) => events.filter(({ event }) => event === id)),
    ...(differ(({ stage }) => stage) ? ['the stage'] : []),
    ...(differ(({ outcomes }) => outcomes) ? ['what became of leads'] : []),
    ...(differ(({ id_column: id, created }) => [id, created]) ? ['who a lead is and when it came'] : []),
    ...(differ(({ missing, dates, zone, decimal_mark: mark }) => [missing, dates, zone, mark])
      ? ['dates, numbers and what is missing']
      : []),
  ];
  return parts.length === 0 ? 'its columns' : listed(parts);
}

const exampleName = ({ id }: Example): string => `The example “${id}”`;

/** They decide nothing; they say what is decided. */
const examples: Kind<Example> = {
  part: 'example',
  name: exampleName,
  added: () => ({ level: 'wording', harderFor: 'nobody' }),
  removed: () => ({ level: 'wording', harderFor: 'nobody' }),
  aspects: [
    {
      of: ({ lead, as_of: asOf, expect }) => [lead, asOf, expect],
      tell: (pair, sides) => ({
        verb: 'changed',
        says: exampleApart(exampleName(pair.after), pair, sides),
        level: 'wording',
        harderFor: 'nobody',
      }),
    },
    wording('what it says', ({ says }) => says, exampleName),
  ],
};

const named = (all: readonly Waiver[]): readonly (Item & Waiver)[] =>
  all.map((waiver) => ({ ...waiver, id: `${waiver.finding} of ${waiver.of}` }));

/** Changes of what decides nothing by itself. */
export function findOtherChanges(sides: Sides): readonly Found[] {
  const [before, after] = [sides.before.agreement, sides.after.agreement];
  return [
    ...findItemChanges(sides, { before: before.assertions, after: after.assertions }, assertions),
    ...findItemChanges(sides, { before: named(before.waivers), after: named(after.waivers) }, waivers),
    ...findAssumptionChanges(sides),
    ...findItemChanges(sides, { before: before.mappings, after: after.mappings }, mappings),
    ...findItemChanges(sides, { before: before.examples, after: after.examples }, examples),
  ];
}
