import type { SourceSpan } from '../ir/types.ts';
import { sentenceCase } from '../schema/shapes.ts';
import type { Context } from './context.ts';

/** Takes a name of the vocabulary: one word, one meaning. */
export function declareName(context: Context, name: string, kind: string, span: SourceSpan): void {
  const other = context.scope.names.get(name);
  if (other) {
    const related = [{ message: `the ${other.kind}`, span: other.span }];
    context.report('duplicate-name', span, { name, kind: other.kind }, { related });
  } else context.scope.names.set(name, { kind, span });
}

/** Takes the id of a rule, row, transition, promise, ... */
export function declareId(context: Context, id: string, kind: string, span: SourceSpan): string {
  const other = context.scope.ids.get(id);
  if (other) {
    const related = [{ message: `the ${other.kind}`, span: other.span }];
    context.report('duplicate-id', span, { id, kind: other.kind }, { related });
  } else context.scope.ids.set(id, { kind, span });
  return id;
}

/** Fills the scope with every name that a condition or reference may use, before any of them is read. */
export function declareNames(context: Context): void {
  const { scope, files } = context;
  for (const role of Object.keys(files.agreement.data.roles ?? {})) scope.roles.set(role, true);
  declareStages(context);
  for (const [id, score] of Object.entries(files.scoring?.data.scores ?? {})) {
    declareName(context, id, 'score', context.root('scoring').at('scores', id).key);
    scope.scores.set(id, { decimals: score.decimals ?? 0, bands: Object.keys(score.bands ?? {}) });
  }
  for (const grade of files.scoring?.data.grades?.order ?? []) scope.grades.set(grade, true);
  for (const id of Object.keys(files.personas?.data.personas ?? {})) {
    declareName(context, id, 'persona', context.root('personas').at('personas', id).key);
    scope.personas.set(id, true);
  }
  for (const [id, queue] of Object.entries(files.handoff?.data.queues ?? {})) {
    declareName(context, id, 'queue', context.root('handoff').at('queues', id).key);
    scope.queues.set(id, { members: queue.members ?? [], calendar: queue.calendar ?? null });
  }
  for (const id of Object.keys(files.handoff?.data.people ?? {})) scope.people.set(id, true);
  for (const id of Object.keys(files.sla.data.calendars ?? {})) scope.calendars.set(id, true);
  for (const id of Object.keys(files.sla.data.promises)) scope.promises.set(id, true);
  for (const id of Object.keys(files.goals?.data.goals ?? {})) scope.goals.set(id, true);
}

function declareStages(context: Context): void {
  const { scope, files } = context;
  const stages = Object.entries(files.funnel.data.stages).map(([id, { title }]) => ({
    id,
    title,
    exit: false,
  }));
  const exits = Object.entries(files.funnel.data.exits ?? {}).map(([id, { title }]) => ({
    id,
    title,
    exit: true,
  }));
  for (const { id, title, exit } of [...stages, ...exits]) {
    const at = context.root('funnel').at(exit ? 'exits' : 'stages', id);
    declareName(context, id, exit ? 'exit' : 'stage', at.key);
    scope.stages.set(id, { exit });
    scope.events.set(`entered_${id}`, {
      kind: 'event',
      id: `entered_${id}`,
      by: 'system',
      label: `Entered ${title ?? sentenceCase(id)}`,
      means: null,
      properties: [],
      enters: id,
      span: at.whole,
    });
  }
}
