import type { Diagnostic } from '@smarketing/compiler';
import { parse } from '../../src/parse/parse.ts';

/** What reading a text finds: `yaml-tab 2:1`. */
export function findings(text: string): string[] {
  return parse({ path: 'x.yaml', name: 'x.yaml', text })[1].map(brief);
}

/** The plain data of a text, or `undefined`. */
export function dataOf(text: string): unknown {
  return parse({ path: 'x.yaml', name: 'x.yaml', text })[0]?.data;
}

function brief({ code, span }: Diagnostic): string {
  return `${code} ${span.line}:${span.col}`;
}
