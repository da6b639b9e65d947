import type { RouteTarget } from '../../ir/types.ts';
import { checkedId, place } from '../encode/name.ts';
import { literal } from '../encode/typescript.ts';
import { and, block, type Code, lines, or, sections, when } from './code.ts';
import type { Model } from './model.ts';
import { applies, leadScope } from './scope.ts';
import type { TallyPlan } from './tallies.ts';

export function routingCode(model: Model, plan: TallyPlan): string {
  const { routing } = model.agreement;
  const scope = leadScope(model, plan);
  const stages = or((routing?.stages ?? []).map((stage) => `known.stage === ${literal(stage)}`));
  const rows = (routing?.rows ?? []).map((row) => [
    `// ${checkedId(row.id)} (${place(row.span)})`,
    when(applies(row, scope), `return ${route(row.id, row.to)};`),
  ]);
  const otherwise = routing?.otherwise ?? null;
  return sections(
    lines(
      '/** Who holds a lead, whatever its stage: the first row of the routing that holds. */',
      block(
        "function holderOf(lead: Lead, asOf: number): Decision['route']",
        rows,
        `return ${otherwise === null ? 'null' : route('routing_otherwise', otherwise)};`,
      ),
    ),
    lines(
      '/** Whether leads are routed in the stage. */',
      block('function isRouted(): boolean', `return ${stages};`),
    ),
  );
}

function route(id: string, to: RouteTarget): string {
  const queue = to.kind === 'queue' ? literal(to.queue) : 'null';
  const owner = to.kind === 'owner' ? `lead.${checkedId(to.field)}` : 'null';
  return `{ id: ${literal(id)}, queue: ${queue}, owner: ${owner} }`;
}

export function noticeCode(model: Model, plan: TallyPlan): string {
  const { notices } = model.agreement;
  if (notices.length === 0) return '';
  const scope = leadScope(model, plan);
  const rows = notices.map((notice): Code => {
    const entered = or(notice.on.map((stage) => `move.to === ${literal(stage)}`));
    const tests = and([`moves.some((move) => ${entered})`, applies(notice, scope)]);
    return [
      `// ${checkedId(notice.id)} (${place(notice.span)})`,
      when(tests, `due.push(${literal(notice.id)});`),
    ];
  });
  return sections(
    lines(
      '/** The notices of the stages that the lead moved into. */',
      block(
        'function noticesOf(lead: Lead, asOf: number, moves: readonly Move[]): NoticeId[]',
        'const due: NoticeId[] = [];',
        block('if (moves.length > 0)', rows),
        'return due;',
      ),
    ),
  );
}
