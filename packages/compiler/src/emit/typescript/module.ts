import { transform } from 'esbuild';

const importLine = /^import \{ validateLead \} from '\.\/validate\.js';\n/m;

/** One module without imports: the engine's source without its types, and the validator in it. */
export async function moduleCode(engine: string, validator: string): Promise<string> {
  const { code } = await transform(engine.replace(importLine, ''), {
    charset: 'ascii',
    format: 'esm',
    legalComments: 'none',
    loader: 'ts',
    logLevel: 'silent',
    minifySyntax: true,
    minifyWhitespace: true,
    target: 'es2022',
    tsconfigRaw: {},
  });
  const whole = `${validatorModule(validator).replace('export const', 'const')}${code}`;
  // esbuild writes escapes of strings anew; this one would open a comment in HTML, and stands in strings only.
  return whole.replaceAll('<!--', '<\\u0021--');
}

/** `validate.js`, for those who compile `engine.ts` themselves. */
export function validatorModule(validator: string): string {
  return `// The validator of the payload, written by ajv for machines.\nexport const validateLead = ${validator};\n`;
}
