import type { Assertion } from '../ir/types.ts';
import type { AssertionInput } from '../schema/assertions.ts';
import { readAsserted } from './conditions.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { declareId } from './declare.ts';

/** What both teams say of every decision. */
export function lowerAssertions(context: Context): Assertion[] {
  return (context.files.agreement.data.assertions ?? []).flatMap((input, index) => {
    const at = context.root('agreement').at('assertions', index);
    const id = declareId(context, input.id, 'assertion', at.at('id').span);
    const { says, because = null } = input;
    return lowerAssertion(context, input, at).map((asked) => ({ ...asked, id, says, because }));
  });
}

type Asked = Pick<Assertion, 'kind' | 'mode' | 'when' | 'holds' | 'span'>;

/** The conditions of one assertion; nothing when it says neither or both of `never` and `always`. */
export function lowerAssertion(
  context: Context,
  { never, always }: Pick<AssertionInput, 'never' | 'always'>,
  at: Cursor,
): Asked[] {
  if ((never === undefined) === (always === undefined)) {
    const got = never === undefined ? 'neither' : 'both';
    context.report('exactly-one-of', at.key, { keys: '`never` and `always`', got });
    return [];
  }
  const mode = never === undefined ? 'always' : 'never';
  return [{ kind: 'assertion', mode, ...readAsserted(context, at, mode), span: at.whole }];
}
