import { suggestion } from '../diagnostics/suggest.ts';
import type { Field, RangeShare, SourceSpan, Spread } from '../ir/types.ts';
import type { SpreadInput } from '../schema/forecast.ts';
import { scale } from '../schema/numbers.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';

const numbers: readonly string[] = ['integer', 'decimal', 'money', 'percent'];

/** How the values of a field or a property are shared out, checked against what it can be. */
export function lowerSpread(context: Context, input: SpreadInput, field: Field, at: Cursor): Spread {
  const expected = expectedKey(field);
  const { shares, ranges } = input;
  if (expected === undefined || input[expected] === undefined || (shares && ranges)) {
    context.report('spread-unfit', at.key, {
      name: field.id,
      type: field.type,
      says: expected ? `say \`${expected}\`` : 'its values cannot be shared out',
    });
    return { shares: {}, ranges: [] };
  }
  return expected === 'shares' ? ofOptions(context, input, field, at) : ofRanges(context, input, field, at);
}

function expectedKey({ type }: Field): 'shares' | 'ranges' | undefined {
  if (numbers.includes(type)) return 'ranges';
  return type === 'date' || type === 'moment' ? undefined : 'shares';
}

function ofOptions(
  context: Context,
  { shares = {}, missing }: SpreadInput,
  field: Field,
  at: Cursor,
): Spread {
  for (const option of Object.keys(shares)) checkValue(context, field, option, at.at('shares', option).key);
  const all = missing === undefined ? shares : { ...shares, missing };
  checkSum(context, Object.values(all), 'shares', at.at('shares'));
  return { shares: all, ranges: [] };
}

function ofRanges(context: Context, { ranges = [], missing }: SpreadInput, field: Field, at: Cursor): Spread {
  const read = ranges.map(({ share }, index): RangeShare => {
    const ends = at.at('ranges', index, 'between');
    const [min, max] = [limit(context, field, ends.at(0)), limit(context, field, ends.at(1))];
    if (min > max) context.report('empty-range', ends.span, {});
    return { min, max, share };
  });
  const shares = [...read.map(({ share }) => share), missing ?? 0];
  checkSum(context, shares, 'shares of the ranges', at.at('ranges'));
  if (missing !== undefined && field.required) checkValue(context, field, 'missing', at.at('missing').span);
  return { shares: missing === undefined ? {} : { missing }, ranges: read };
}

/** One end of a range, scaled. */
function limit(context: Context, field: Field, at: Cursor): number {
  const got = at.data as number;
  const value = scale(got, field.decimals);
  if (value === undefined) {
    context.report('too-many-decimals', at.span, { got, decimals: field.decimals });
    return 0;
  }
  const scaled = 10 ** field.decimals;
  if (field.min !== null && value < field.min)
    context.report('out-of-range', at.span, { got, expected: `at least ${field.min / scaled}` });
  if (field.max !== null && value > field.max)
    context.report('out-of-range', at.span, { got, expected: `at most ${field.max / scaled}` });
  return value;
}

/** An option of a field, `true` or `false` of a flag, any text that is not too long, or `missing`. */
export function checkValue(context: Context, field: Field, option: string, span: SourceSpan): void {
  const { id, type, required, max_length: most } = field;
  const known = type === 'flag' ? ['true', 'false'] : field.options.map((one) => one.id);
  if (option === 'missing' && required && known.length === 0) {
    context.report('out-of-range', span, { got: '`missing`', expected: `a value: every lead has ${id}` });
    return;
  }
  if (!required) known.push('missing');
  if (known.includes(option)) return;
  if (type === 'text') {
    const got = Array.from(option).length;
    if (most === null || got <= most) return;
    context.report('out-of-range', span, { got: `A text of ${got} characters`, expected: `at most ${most}` });
    return;
  }
  const said = { option, field: id, options: known.join(', ') };
  context.report('unknown-option', span, said, suggestion(option, known));
}

/** Shares make a whole. */
export function checkSum(context: Context, shares: readonly number[], what: string, at: Cursor): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (sum !== 10_000) context.report('weights-sum', at.key, { what, sum: `${sum / 100}%` });
}
