import { report } from '../../diagnostics/diagnostic.ts';
import type { SourceSpan } from '../../ir/types.ts';
import type { CheckRule, Draft } from '../rule.ts';

/** Nobody uses a word that both teams agreed to avoid. */
export const wordsToAvoid: CheckRule = {
  reads: [],
  *find(draft) {
    const words = draft.terms.flatMap(({ avoid, title, id }) =>
      avoid.map((word) => ({ word, title, term: id })),
    );
    if (words.length === 0) return;
    const said = texts(draft);
    const all = said.map(({ text }) => text).join('\n');
    const patterns = words
      .filter(({ word }) => anywhere(word).test(all))
      .map((entry) => ({ ...entry, pattern: wholeWord(entry.word) }));
    for (const { text, span, term } of said)
      for (const { pattern, word, title, term: own } of patterns)
        if (own !== term && pattern.test(text)) yield report('word-to-avoid', span, { word, instead: title });
  },
};

/** Mostly a word to avoid is in no text, also not in another word: this tells so of all texts at once. */
function anywhere(word: string): RegExp {
  return new RegExp(escaped(word), 'iu');
}

function wholeWord(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'iu');
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}

interface Text {
  readonly text: string;
  readonly span: SourceSpan;
  /** A term may name in its own text the words that it replaces. */
  readonly term?: string;
}

function of(span: SourceSpan, ...parts: readonly (string | null)[]): Text[] {
  return parts.flatMap((text) => (text === null ? [] : [{ text, span }]));
}

/** The texts that people read, with the place of what they belong to. */
function texts(draft: Draft): Text[] {
  return [
    ...draft.assertions.flatMap(({ says, because, span }) => of(span, says, because)),
    ...draft.waivers.flatMap(({ because, span }) => of(span, because)),
    ...draft.terms.flatMap(({ id, title, means, not, span }) =>
      of(span, title, means, not).map((text) => ({ ...text, term: id })),
    ),
    ...draft.fields.flatMap(({ label, means, span }) => of(span, label, means)),
    ...draft.events.flatMap(({ label, means, enters, span }) =>
      enters === null ? of(span, label, means) : [],
    ),
    ...draft.stages.flatMap(({ title, definition, not, final_because: final, span }) =>
      of(span, title, definition, not, final),
    ),
    ...draft.transitions.flatMap(({ because, span }) => of(span, because)),
    ...draft.personas.flatMap((persona) =>
      of(persona.span, persona.title, persona.who, ...persona.goals, ...persona.pains, ...persona.questions),
    ),
    ...draft.scores.flatMap((score) => [
      ...of(score.span, score.title, score.means),
      ...score.rules.flatMap(({ because, span }) => of(span, because)),
    ]),
    ...(draft.routing?.rows ?? []).flatMap(({ because, span }) => of(span, because)),
    ...(draft.acceptance
      ? of(draft.acceptance.span, draft.acceptance.means, ...draft.acceptance.checklist)
      : []),
    ...(draft.rejection
      ? of(draft.rejection.span, draft.rejection.means, ...draft.rejection.reasons.map(({ label }) => label))
      : []),
    ...(draft.grades ? of(draft.grades.span, draft.grades.worse_grade_because) : []),
    ...(draft.grades?.rows ?? []).flatMap(({ because, span }) => of(span, because)),
    ...draft.queues.flatMap(({ title, span }) => of(span, title)),
    ...draft.notices.flatMap(({ says, span }) => of(span, says)),
    ...draft.recycling.flatMap(({ does, span }) => of(span, does)),
    ...draft.promises.flatMap(({ says, because, span }) => of(span, says, because)),
    ...draft.goals.flatMap(({ because, span }) => of(span, because)),
    ...draft.incentives.flatMap(({ says, span }) => of(span, says)),
    ...draft.meetings.flatMap(({ title, agenda, span }) => of(span, title, ...agenda)),
  ];
}
