import type { Field, Subject } from '../ir/types.ts';
import { money, percent, scaled, type Format } from './amounts.ts';
import { stageName, titleOf, type Book } from './book.ts';
import { moment, utcDate } from './dates.ts';
import { lowerFirst, named, type Piece } from './phrase.ts';

/** Where a sentence stands: in this agreement, and inside `where`, about these events. */
export interface Context {
  readonly book: Book;
  readonly events: readonly string[];
  /** Who did what an event says, where a sentence needs it: `it `, or nothing. */
  readonly who: string;
}

export function fieldOf({ book, events }: Context, subject: Subject): Field | undefined {
  if (subject.kind === 'field') return book.fields.get(subject.id);
  if (subject.kind !== 'property') return undefined;
  return events
    .flatMap((id) => book.events.get(id)?.properties ?? [])
    .find((property) => property.id === subject.id);
}

/** The subject's name in the middle of a sentence. */
export function subjectName(context: Context, subject: Subject): Piece {
  switch (subject.kind) {
    case 'field': {
      const field = fieldOf(context, subject);
      if (field === undefined) return builtIn[subject.id] ?? subject.id;
      return named(lowerFirst(field.label), 'field', subject.id);
    }
    case 'property':
      return lowerFirst(fieldOf(context, subject)?.label ?? subject.id);
    case 'score':
      return named(lowerFirst(titleOf(context.book.scores, subject.id)), 'score', subject.id);
    case 'persona':
      return 'the persona';
    case 'grade':
      return named('the grade', 'grade', '');
    case 'stage':
      return 'the stage';
    case 'becomes':
      return 'the stage entered';
    case 'queue':
      return 'the queue';
  }
}

const builtIn: Readonly<Record<string, string>> = { created_at: 'the lead’s creation', id: 'the lead’s id' };

/** Whether the subject can be missing, so that a test turned round also holds without it. */
export function mayBeMissing(context: Context, subject: Subject): boolean {
  if (subject.kind === 'persona' || subject.kind === 'grade' || subject.kind === 'queue') return true;
  return fieldOf(context, subject)?.required === false;
}

export const isPersonal = (context: Context, subject: Subject): boolean =>
  fieldOf(context, subject)?.personal === true;

export const isTime = (context: Context, subject: Subject): boolean => {
  const type = fieldOf(context, subject)?.type;
  return type === 'date' || type === 'moment' || (subject.kind === 'field' && subject.id === 'created_at');
};

/** How the subject's numbers are written: money, percents, days, units. */
export function formatOf(context: Context, subject: Subject, decimals: number): Format {
  const field = fieldOf(context, subject);
  const { currency, time_zone: zone } = context.book.agreement;
  if (field?.type === 'money') return (value) => money(value, currency);
  if (field?.type === 'percent') return percent;
  if (field?.type === 'date') return utcDate;
  if (isTime(context, subject)) return (value) => moment(value, zone);
  return (value) => scaled(value, decimals);
}

/** The title of an option, persona, grade or stage, with its link. */
export function optionPiece(context: Context, subject: Subject, id: string): Piece {
  const { book } = context;
  switch (subject.kind) {
    case 'persona':
      return named(titleOf(book.personas, id), 'persona', id);
    case 'stage':
    case 'becomes':
      return named(stageName(book, id), 'stage', id);
    case 'queue':
      return named(titleOf(book.queues, id), 'queue', id);
    case 'grade':
      return id;
    default:
      return fieldOf(context, subject)?.options.find((option) => option.id === id)?.label ?? id;
  }
}
