import { codes, mayBeWaived } from '../diagnostics/catalogue.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { elementsOf } from '../ir/elements.ts';
import type { Agreement, Waiver } from '../ir/types.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';

/** The findings that both teams accept for a while; which of them are there is seen when all is checked. */
export function lowerWaivers(context: Context): Waiver[] {
  return (context.files.agreement.data.waivers ?? []).map((input, index) => {
    const at = context.root('agreement').at('waivers', index);
    checkFinding(context, input.finding, at.at('finding'));
    return { kind: 'waiver', ...input, span: at.whole };
  });
}

function checkFinding(context: Context, finding: string, at: Cursor): void {
  const waivable = mayBeWaived(finding);
  if (waivable === false) context.report('waiver-not-allowed', at.span, { finding });
  if (waivable !== undefined) return;
  const known = new Map<string, true>(codes.filter(mayBeWaived).map((code) => [code, true]));
  context.resolve('finding that can be waived', known, finding, at);
}

/** Each waiver is for a part that is there; asked once nothing else is wrong, since what is wrong may be left out. */
export function checkWaived(context: Context, agreement: Omit<Agreement, 'hash'>): void {
  if (agreement.waivers.length === 0 || hasErrors(context.diagnostics)) return;
  const known = new Map(elementsOf(agreement).map(({ id }) => [id, true]));
  agreement.waivers.forEach(({ of }, index) => {
    context.resolve('part of the agreement', known, of, context.root('agreement').at('waivers', index, 'of'));
  });
}
