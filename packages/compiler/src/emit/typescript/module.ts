import { transform } from 'esbuild';
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
  const { code, map } = await transform(engine.replace(importLine, ''), {
    charset: 'ascii',
    format: 'esm',
    legalComments: 'none',
    loader: 'ts',
    logLevel: 'silent',
    minify: true,
    sourcefile: 'engine.ts',
    sourcemap: 'external',
    sourcesContent: false,
    target: 'es2022',
    tsconfigRaw: {},
  });
  const head = escaped(validatorModule(validator).replace('export const', 'const'));
  const linesBefore = head.split('\n').length - 1;
  const grown = code.split('\n').map((line) => Array.from(line.matchAll(opening), ({ index }) => index));
  const move = (line: number, column: number): readonly [number, number] => {
    const before = grown[line]?.filter((index) => index < column).length ?? 0;
    return [line + linesBefore, column + before * (escape.length - 1)];
  };
  return {
    code: `${head}${escaped(code)}//# sourceMappingURL=index.js.map\n`,
    map: sourceMap({ map, places: placesOf(engine), move, ...options }),
  };
}

const opening = /<(?=!--)/g;
const escape = '\\x3c';

/** esbuild writes escapes of strings anew; this one would open a comment in HTML, and stands in strings only. */
function escaped(code: string): string {
  return code.replaceAll(opening, escape);
}

/** `validate.js`, for those who compile `engine.ts` themselves. */
export function validatorModule(validator: string): string {
  return `// The validator of the payload, written by ajv for machines.\nexport const validateLead = ${validator};\n`;
}
