import { suggestion } from '../diagnostics/suggest.ts';
import type { Assumption, SourceSpan } from '../ir/types.ts';
import type { AssumptionInput } from '../schema/forecast.ts';
import { weekdays } from '../schema/sla.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';

/** The assumptions of the forecast, checked against the vocabulary. */
export function lowerAssumptions(context: Context): Assumption[] {
  return Object.entries(context.files.forecast?.data.assumptions ?? {}).map(([id, input]) => {
    const at = context.root('forecast').at('assumptions', id);
    const { kind, source, as_of: asOf, because, ...data } = input;
    checkEstimates(context, data, at);
    checkKind(context, input, at);
    return {
      kind,
      id,
      source,
      as_of: asOf ?? null,
      because: because ?? null,
      data: input.kind === 'arrivals' ? { ...data, weekly: wholeWeek(input.weekly) } : data,
      span: at.whole,
    };
  });
}

/** Shares of the seven days, Monday first; `null` when the author says nothing. */
function wholeWeek(
  weekly: Extract<AssumptionInput, { kind: 'arrivals' }>['weekly'],
): readonly number[] | null {
  if (!weekly) return null;
  return weekdays.map(
    (day, index) => weekly[day] ?? weekly[index < 5 ? 'weekdays' : 'weekend'] ?? weekly.every_day ?? 0,
  );
}

function checkEstimates(context: Context, data: Readonly<Record<string, unknown>>, at: Cursor): void {
  for (const [key, estimate] of Object.entries(data)) {
    if (typeof estimate !== 'object' || estimate === null || !('low' in estimate)) continue;
    const { value, low, high } = estimate as { value: number; low: number | null; high: number | null };
    if ((low ?? value) > value || (high ?? value) < value)
      context.report('estimate-reversed', at.at(key).span, { value, low: low ?? value, high: high ?? value });
  }
}

function checkKind(context: Context, input: AssumptionInput, at: Cursor): void {
  const { scope } = context;
  switch (input.kind) {
    case 'arrivals': {
      for (const [field, option] of Object.entries(input.with ?? {}))
        checkShare(context, field, option, at.at('with', field).span, at.at('with', field));
      const week = wholeWeek(input.weekly);
      if (week) checkSum(context, week, 'shares of the week', at.at('weekly'));
      break;
    }
    case 'mix':
      if (context.resolve('field', scope.fields, input.field, at.at('field')))
        for (const option of Object.keys(input.shares))
          checkShare(context, input.field, option, at.at('shares', option).key, at.at('field'));
      checkSum(context, Object.values(input.shares), 'shares', at.at('shares'));
      break;
    case 'behaviour':
      context.resolve('event', scope.events, input.event, at.at('event'));
      break;
    case 'conversion':
      for (const end of ['from', 'to'] as const)
        context.resolve('stage', scope.stages, input[end], at.at(end));
      break;
    case 'capacity': {
      const queue = context.resolve('queue', scope.queues, input.queue, at.at('queue'));
      const calendar = queue?.calendar ?? context.files.sla?.data.default_calendar;
      if (queue && calendar === undefined)
        context.report('capacity-without-calendar', at.at('queue').span, { queue: input.queue });
      break;
    }
    case 'response':
      context.resolve('promise', scope.promises, input.promise, at.at('promise'));
      break;
    default:
  }
}

/** An option of a field, `true` or `false` of a flag, or `missing`. */
function checkShare(context: Context, name: string, option: string, span: SourceSpan, at: Cursor): void {
  const field = context.resolveKey('field', context.scope.fields, name, at);
  if (!field) return;
  const known = field.type === 'flag' ? ['true', 'false'] : field.options.map(({ id }) => id);
  if (!field.required) known.push('missing');
  if (known.includes(option)) return;
  context.report(
    'unknown-option',
    span,
    { option, field: name, options: known.join(', ') },
    suggestion(option, known),
  );
}

function checkSum(context: Context, shares: readonly number[], what: string, at: Cursor): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (sum !== 10_000) context.report('weights-sum', at.key, { what, sum: `${sum / 100}%` });
}
