import type { Agreement, Score, SourceSpan } from '../ir/types.ts';
import { changesOfNotice, changesOfTransition } from './funnel.ts';
import { inside, replaced, without } from './lists.ts';
import { changesOfPromise } from './promises.ts';
import { changesOfBands, changesOfGroups, changesOfRules, changesOfScore, dropped } from './scores.ts';
import { changesOfGrades, changesOfPersonas, changesOfRouting } from './tables.ts';
import type { Change, Mutant } from './types.ts';

/** A change of a whole agreement, with what it is about. */
type Whole = Change<Partial<Agreement>> & { readonly about: string; readonly span: SourceSpan };

/**
 * Every small change of an agreement that an example about one lead could notice, in the order of the agreement.
 *
 * Numbers move by one of their last decimal, counts by one, lengths of time by a minute, dates and spans in force by a
 * day. Left out is what no example has a word for: promises about many leads (`deliver`, `ratio`), reminders and
 * escalations, goals, meetings, the forecast.
 *
 * ```ts
 * mutantsOf(agreement)[0].says; // 'size_core would not be there.'
 * ```
 */
export function mutantsOf(agreement: Agreement): readonly Mutant[] {
  const seen = new Map<string, number>();
  return [...changesOfAgreement(agreement)].map(({ about, kind, change, says, span, to }) => {
    const name = `${about}: ${change}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return {
      id: count === 1 ? name : `${name} (${count})`,
      about,
      kind,
      says: `${about} would ${says}.`,
      span,
      agreement: () => ({ ...agreement, ...to }),
    };
  });
}

function* changesOfAgreement(agreement: Agreement): Generator<Whole> {
  yield* changesOfScores(agreement);
  for (const { row, ...change } of changesOfPersonas(agreement)) {
    if (row) yield { ...change, to: { personas: change.to }, about: row.id, span: row.span };
  }
  const { grades, routing } = agreement;
  for (const { row, ...change } of grades ? changesOfGrades(grades, agreement) : []) {
    const { id, span } = row ?? { id: 'grades', span: grades?.span ?? agreement.stages[0]?.span };
    if (span) yield { ...change, to: { grades: change.to }, about: id, span };
  }
  yield* listed(agreement, 'transitions', changesOfTransition);
  for (const { row, ...change } of routing ? changesOfRouting(routing, agreement) : []) {
    const { id, span } = row ?? { id: 'routing', span: routing?.span };
    if (span) yield { ...change, to: { routing: change.to }, about: id, span };
  }
  yield* listed(agreement, 'notices', changesOfNotice);
  yield* listed(agreement, 'promises', changesOfLeadPromise);
}

function* changesOfScores(agreement: Agreement): Generator<Whole> {
  for (const [index, score] of agreement.scores.entries()) {
    const put = (to: Score): Partial<Agreement> => ({ scores: replaced(agreement.scores, index, to) });
    const { id: about, span } = score;
    for (const change of changesOfScore(score, agreement))
      yield { ...change, to: put(change.to), about, span };
    for (const change of changesOfGroups(score, agreement)) {
      const group = score.groups.find(({ id }) => id === change.about);
      yield { ...change, to: put(change.to), about: change.about, span: group?.span ?? span };
    }
    for (const { rule, ...change } of changesOfRules(score, agreement)) {
      yield { ...change, to: put(change.to), about: rule.id, span: rule.span };
    }
    for (const change of changesOfBands(score)) yield { ...change, to: put(change.to), about, span };
  }
}

type Lists = 'transitions' | 'notices' | 'promises';

/** Each item of a list left out, and every small change of it. */
function* listed<K extends Lists>(
  agreement: Agreement,
  key: K,
  changes: (
    item: Agreement[K][number],
    agreement: Agreement,
  ) => Iterable<Change<Agreement[K][number]>> | null,
): Generator<Whole> {
  const list: readonly Agreement[K][number][] = agreement[key];
  for (const [index, item] of list.entries()) {
    const found = changes(item, agreement);
    if (found === null) continue;
    const { id: about, span } = item;
    yield { ...dropped({ [key]: without(list, index) }), about, span };
    const put = (to: Agreement[K][number]): Partial<Agreement> => ({ [key]: replaced(list, index, to) });
    for (const change of inside(found, put)) yield { ...change, about, span };
  }
}

/** `null` for promises about many leads. */
function changesOfLeadPromise(
  promise: Agreement['promises'][number],
  agreement: Agreement,
): Iterable<Change<Agreement['promises'][number]>> | null {
  return promise.kind === 'clock' || promise.kind === 'attempts'
    ? changesOfPromise(promise, agreement)
    : null;
}
