import type { Example } from '@smarketing/compiler/ir';
import {
  type Book,
  type Fact,
  expectedFacts,
  expectedIds,
  happenings,
  leadFacts,
  plain,
} from '@smarketing/compiler/words';
import type { Pair, Sides } from '../items.ts';

/** So many of the facts that differ are told. */
const mostFacts = 4;

/** Facts by what they are about, whatever that is called in a version. */
type Facts = ReadonlyMap<string, { readonly name: string; readonly says: string }>;

/**
 * What is not as it was about an example: what it expects, and what is told of its lead. A fact that is personal is the same
 * to whoever reads this.
 *
 * ```ts
 * exampleApart('The example “demo”', pair, sides); // 'The example “demo” expects something else: Stage: MQL (before: Lead).'
 * ```
 */
export function exampleApart(name: string, { before, after }: Pair<Example>, sides: Sides): string {
  const of = <T>(make: (book: Book, example: Example) => T): Pair<T> => ({
    before: make(sides.before, before),
    after: make(sides.after, after),
  });
  const outcome = factsApart(of((book, { expect }) => outcomeOf(book, expect)));
  const lead = factsApart(of((book, example) => factsOf(leadFacts(book, example))));
  const events = of((book, example) =>
    JSON.stringify(happenings(book, example).map(({ at, says }) => [at, plain(says)])),
  );
  const told = [
    ...(outcome === '' ? [] : [`expects something else: ${outcome}`]),
    ...(lead === '' ? [] : [`is of another lead: ${lead}`]),
    ...(events.before === events.after ? [] : ['tells of other things that happened']),
    ...(before.as_of === after.as_of ? [] : ['is decided at another moment']),
  ];
  const [first = 'is of another lead', ...rest] = told;
  return [`${name} ${first}.`, ...rest.map((more) => `It ${more}.`)].join(' ');
}

function outcomeOf(book: Book, expect: Example['expect']): Facts {
  const ids = expectedIds(expect).map(({ name, ids: all }) => ({ name, says: [all.join(', ')] }));
  return factsOf([...expectedFacts(book, expect), ...ids]);
}

function factsOf(facts: readonly Fact[]): Facts {
  return new Map(facts.map(({ name, says, ref }) => [ref?.id ?? name, { name, says: plain(says) }]));
}

/** `Stage: MQL (before: Lead); Grade: A (before: not said)` */
function factsApart({ before, after }: Pair<Facts>): string {
  const apart = [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const words = `${(is ?? was)?.name}: ${is?.says ?? notSaid} (before: ${was?.says ?? notSaid})`;
    return was?.says === is?.says ? [] : [words];
  });
  const more = apart.length - mostFacts;
  return [...apart.slice(0, mostFacts), ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

const notSaid = 'not said';
