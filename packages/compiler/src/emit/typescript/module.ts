import { eachMapping, TraceMap } from '@jridgewell/trace-mapping';
import { transform } from 'esbuild';
import { there } from '../../found.ts';
import { type Edit, type Edited, edited } from './edits.ts';
import { placesOf } from './places.ts';
import { sourceMap } from './source-map.ts';

const importLine = /^import \{ validateLead \} from '\.\/validate\.js';$/m;

export interface ModuleOptions {
  /** The name of the agreement. */
  readonly agreement: string;
  /** The author's files by the names that places bear. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * One module without imports: the engine's source without its types, and the validator in it; and its source map, which
 * leads back to the lines of the agreement.
 */
export async function moduleCode(
  engine: string,
  validator: string,
  options: ModuleOptions,
): Promise<{ readonly code: string; readonly map: string }> {
  const { code, move, trace } = await withoutTypes(engine.replace(importLine, ''));
  const head = escapedText(validatorModule(validator).replace('export const', 'const'));
  const linesBefore = head.split('\n').length - 1;
  return {
    code: `${head}${code}//# sourceMappingURL=index.js.map\n`,
    map: sourceMap({ trace, places: placesOf(engine), move, linesBefore, ...options }),
  };
}

/** The engine's source without the validator: what its schema says about a lead is taken for granted. */
export function uncheckedEngine(engine: string): string {
  return engine.replace(importLine, 'const validateLead = Object.assign(() => true, { errors: null });');
}

/** A module that stands alone: its source without types. */
export async function plainModule(source: string): Promise<string> {
  return (await withoutTypes(source)).code;
}

/** A source made small, and the way back from each place of it. */
async function withoutTypes(source: string): Promise<Edited & { readonly trace: TraceMap }> {
  const { code, map } = await transform(source, small);
  const trace = new TraceMap(map);
  return { trace, ...edited(code, [...openings(code), ...pureCalls(trace, source)]) };
}

/** What a tally counts, and what scores come to: names that are nobody else's, as no id begins so. */
const ownNames = /^_(?:count|last|latest|points|sum)_/;

const small = {
  charset: 'ascii',
  format: 'esm',
  /** Node prints the line of an error that nobody catches: not the whole engine then. */
  lineLimit: 5_000,
  legalComments: 'none',
  loader: 'ts',
  logLevel: 'silent',
  mangleProps: ownNames,
  minify: true,
  sourcefile: 'engine.ts',
  sourcemap: 'external',
  sourcesContent: false,
  target: 'es2022',
  tsconfigRaw: {},
} as const;

const opening = /<(?=!--)/g;
const escape = '\\x3c';

/** esbuild writes escapes of strings anew; this one would open a comment in HTML, and stands in strings only. */
function openings(code: string): readonly Edit[] {
  return code.split('\n').flatMap((text, line) =>
    Array.from(text.matchAll(opening), ({ index }) => ({
      line,
      column: index,
      removes: 1,
      inserts: escape,
    })),
  );
}

function escapedText(code: string): string {
  return code.replaceAll(opening, escape);
}

const pure = '/* @__PURE__ */';

/** esbuild leaves out what tells bundlers that a table which nobody uses can go; it comes back. */
function pureCalls(trace: TraceMap, source: string): readonly Edit[] {
  const lines = source.split('\n');
  const edits = new Map<string, Edit>();
  eachMapping(trace, ({ generatedLine, generatedColumn: column, originalLine, originalColumn }) => {
    const original = there(lines[there(originalLine, 'line') - 1], 'line');
    const before = original.slice(0, there(originalColumn, 'column')).trimEnd();
    const line = generatedLine - 1;
    if (before.endsWith(pure)) edits.set(`${line}:${column}`, { line, column, removes: 0, inserts: pure });
  });
  return [...edits.values()];
}

/** `validate.js`, for those who compile `engine.ts` themselves. */
export function validatorModule(validator: string): string {
  return `// The validator of the payload, written by ajv for machines.\nexport const validateLead = ${validator};\n`;
}
