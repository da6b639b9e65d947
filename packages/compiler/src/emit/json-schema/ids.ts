import type { Agreement } from '../../ir/types.ts';

/** All ids that a decision can name, by the name of their type. */
export function idsOf(agreement: Agreement): Readonly<Record<string, readonly string[]>> {
  const { scores, grades, routing, transitions, promises } = agreement;
  const rules = scores.flatMap((score) => score.rules.map(({ id }) => id));
  const gradeRows = (grades?.rows ?? []).map(({ id }) => id);
  const routes = (routing?.rows ?? []).map(({ id }) => id);
  const gradeReasons = [...gradeRows, ...(grades?.otherwise ? ['grades_otherwise'] : [])];
  const routeReasons = [...routes, ...(routing?.otherwise ? ['routing_otherwise'] : [])];
  const ways = transitions.map(({ id }) => id);
  const lists: Record<string, readonly string[]> = {
    StageId: agreement.stages.map(({ id }) => id),
    GradeId: grades?.order ?? [],
    PersonaId: agreement.personas.map(({ id }) => id),
    QueueId: agreement.queues.map(({ id }) => id),
    ScoreId: scores.map(({ id }) => id),
    RuleId: rules,
    LedgerId: [
      ...rules,
      ...scores.flatMap(({ groups }) => groups.map(({ id }) => id)),
      ...scores.map(({ id }) => id),
    ],
    TransitionId: ways,
    RouteId: routeReasons,
    PromiseId: promises.filter(({ kind }) => kind === 'clock' || kind === 'attempts').map(({ id }) => id),
    NoticeId: agreement.notices.map(({ id }) => id),
    ReasonId: [...rules, ...gradeReasons, ...ways, ...routeReasons],
  };
  return Object.fromEntries(Object.entries(lists).map(([name, ids]) => [name, [...new Set(ids)]]));
}
