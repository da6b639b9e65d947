import { type Agreement, irVersion, type PartyInfo, type Role } from '../ir/types.ts';
import { isReservedAgreement, namePattern } from '../schema/names.ts';
import { day } from '../time/duration.ts';
import { lowerAssertions } from './assertions.ts';
import { lowerMeetings } from './cadence.ts';
import { calendarName } from './calendar-name.ts';
import { lowerCalendars, zoneName } from './calendars.ts';
import type { Context } from './context.ts';
import { declareNames } from './declare.ts';
import { lowerExamples } from './examples.ts';
import { lowerAssumptions } from './forecast.ts';
import { declareReasons, lowerFunnel } from './funnel.ts';
import { lowerAttribution, lowerGoals, lowerIncentives } from './goals.ts';
import { lowerGrades } from './grades.ts';
import { lowerHandoff } from './handoff.ts';
import { lowerMappings } from './mappings.ts';
import { computeOrder } from './order.ts';
import { lowerPersonas } from './personas.ts';
import { lowerPromises } from './promises.ts';
import { lowerScores } from './scoring.ts';
import { lowerVocabulary } from './vocabulary.ts';
import { checkWaived, lowerWaivers } from './waivers.ts';

/**
 * Resolves every name and checks every type: from the author's files to the compiled agreement, still without its hash.
 * Findings are collected in the context; where there are errors the value is only good for finding more.
 */
export function lower(context: Context): Omit<Agreement, 'hash'> {
  const { terms, fields } = declare(context);
  const head = lowerHead(context);
  const { stages, transitions } = lowerFunnel(context);
  const personas = lowerPersonas(context);
  const scores = lowerScores(context);
  const scoreOf = new Map(scores.map((score) => [score.id, score]));
  const grades = lowerGrades(context);
  const order = computeOrder(context, { scores, personas, grades });
  const handoff = lowerHandoff(context);
  const calendars = lowerCalendars(context);
  const promises = lowerPromises(context);
  const draft: Omit<Agreement, 'hash'> = {
    ...head,
    terms,
    fields,
    events: [...context.scope.events.values()].toSorted(
      (a, b) => Number(a.enters !== null) - Number(b.enters !== null),
    ),
    stages,
    transitions,
    personas,
    scores: order.flatMap((id) => scoreOf.get(id) ?? []),
    grades,
    order,
    ...handoff,
    calendars,
    default_calendar: defaultCalendar(context),
    promises,
    assertions: lowerAssertions(context),
    waivers: lowerWaivers(context),
    goals: lowerGoals(context),
    attribution: lowerAttribution(context),
    incentives: lowerIncentives(context),
    meetings: lowerMeetings(context),
    assumptions: lowerAssumptions(context),
    mappings: lowerMappings(context),
    examples: lowerExamples(context),
  };
  checkWaived(context, draft);
  return draft;
}

/** Fills the scope with all that a condition may ask of. */
export function declare(context: Context): ReturnType<typeof lowerVocabulary> {
  const vocabulary = lowerVocabulary(context);
  declareNames(context);
  declareReasons(context);
  return vocabulary;
}

type Head = Pick<
  Agreement,
  | 'kind'
  | 'ir_version'
  | 'name'
  | 'title'
  | 'summary'
  | 'parties'
  | 'roles'
  | 'currency'
  | 'time_zone'
  | 'effective_from'
  | 'review_by'
  | 'notice_period_days'
  | 'approvals'
>;

const nameOfFolder = 'The folder is the name of the agreement: rename it.';

/** Where an agreement says nothing else. */
export const usualApprovals: Agreement['approvals'] = {
  definitions: 'both',
  scoring: 'both',
  funnel: 'harder_for',
  handoff: 'harder_for',
  promises: 'harder_for',
  plans: 'harder_for',
  agreement: 'harder_for',
  other: 'harder_for',
  wording: 'either',
};

function lowerHead(context: Context): Head {
  const file = context.files.agreement.data;
  const at = context.root('agreement');
  const unfit = namePattern.test(context.name)
    ? isReservedAgreement(context.name) && 'reserved-name'
    : 'bad-name';
  if (unfit) context.report(unfit, at.at('title').key, { name: context.name }, { hint: nameOfFolder });
  if (!/^[A-Z]{3}$/.test(file.currency))
    context.report(
      'unknown-currency',
      at.at('currency').span,
      { currency: file.currency },
      { remedy: /^[a-z]{3}$/i.test(file.currency) ? { write: file.currency.toUpperCase() } : undefined },
    );
  zoneName(context, file.time_zone, at.at('time_zone'));
  const parties = (['marketing', 'sales'] as const).map((id): PartyInfo => ({ id, ...file.parties[id] }));
  return {
    kind: 'agreement',
    ir_version: irVersion,
    name: context.name,
    title: file.title,
    summary: file.summary ?? null,
    parties,
    roles: Object.entries(file.roles ?? {}).map(([id, role]): Role => ({ id, ...role })),
    currency: file.currency,
    time_zone: context.timeZone,
    effective_from: file.effective_from,
    review_by: file.review_by,
    notice_period_days: file.notice_period / day,
    approvals: { ...usualApprovals, ...file.approvals },
  };
}

/** The one that is named, or the only one, or `always`. */
function defaultCalendar(context: Context): string {
  const named = context.files.sla.data.default_calendar;
  const [first = 'always', ...more] = context.scope.calendars.keys();
  return (
    calendarName(context, named, context.root('sla').at('default_calendar')) ??
    (more.length === 0 ? first : 'always')
  );
}
