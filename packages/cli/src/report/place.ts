import type { SourceSpan } from '@smarketing/compiler/ir';
import type { Loaded } from '../load/agreement.ts';

/** Where something stands, as editors and terminals understand it: `agreements/acme/funnel.yaml:12:5`. */
export function placeOf({ file, line, col }: SourceSpan, { sources }: Pick<Loaded, 'sources'>): string {
  const path = sources.find(({ name }) => name === file)?.path ?? file;
  return `${path}:${line}:${col}`;
}
