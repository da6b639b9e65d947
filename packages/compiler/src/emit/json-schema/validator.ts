import { transform } from 'esbuild';
import type { Agreement } from '../../ir/types.ts';
import { codePointsSource } from '../typescript/runtime-parts.ts';
import { type JsonSchema, validatorSchema } from './lead.ts';

/**
 * A validator of the payload as an expression that uses nothing from outside, written by ajv for machines: a
 * function `(data) => boolean` that leaves its errors in its property `errors`, each as `[path, keyword, limit]`.
 */
export async function validatorCode(agreement: Agreement): Promise<string> {
  const { Ajv } = await import('ajv');
  const { default: standaloneModule } = await import('ajv/dist/standalone/index.js');
  const standalone = standaloneModule.default;
  const schema = validatorSchema(agreement);
  const ajv = new Ajv({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    ownProperties: true,
    validateFormats: false,
    messages: false,
    loopEnum: Infinity,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  const written = standalone(ajv, ajv.compile(schema));
  const { code } = await transform(asStatement(withoutNeedless(shorter(withoutSchema(written, schema)))), {
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    minify: true,
    target: 'es2022',
  });
  if (/\brequire\(|\beval\(|\bFunction\(/.test(code))
    throw new Error('the validator of ajv is not self-contained');
  return `/* @__PURE__ */ ${code
    .trim()
    .replace(/^var validateLead=/, '')
    .replace(/;$/, '')}`;
}

/** A statement instead of a module; and a function of ours for the length that ajv would import. */
function asStatement(code: string): string {
  const heads = /^"use strict";\s*export const validate = (\w+);\s*export default \w+;\s*/;
  const name = heads.exec(code)?.[1];
  if (name === undefined) throw new Error('the validator of ajv is not written as expected');
  const body = code
    .replace(heads, '')
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'codePoints');
  const length = body.includes('codePoints') ? codePointsSource : '';
  return `var validateLead = (() => {\n${length}\n${body}\nreturn ${name};\n})();`;
}

/** What is read of the schema stands where it is read, so that the schema is not needed. */
function withoutSchema(code: string, schema: JsonSchema): string {
  const at = (path: string): unknown =>
    path.match(/\w+/g)?.reduce<unknown>((part, step) => (part as JsonSchema)[step], schema);
  const read = code
    .replace(/params:\{(\w+): schema\d+((?:\.\w+|\[\d+\])+)\}/g, (_, key: string, path: string) => {
      return `params:{${key}: ${key === 'type' ? JSON.stringify(String(at(path))) : '0'}}`;
    })
    .replace(/func\d+\.call\(schema\d+((?:\.\w+|\[\d+\])+), (key\d+)\)/g, (_, path: string, key: string) => {
      return `${JSON.stringify(Object.keys(at(path) as object))}.includes(${key})`;
    });
  const [, name = ''] = /const (schema\d+) = /.exec(read) ?? [];
  const used = read.split(new RegExp(`\\b${name}\\b`)).length > 2;
  return used || name === '' ? read : read.replace(new RegExp(`const ${name} = .*\\n`), '');
}

/** One short statement for each error, and one call for each entry. */
function shorter(code: string): string {
  return code
    .replace(/,schemaPath:"(?:[^"\\]|\\.)*"/g, '')
    .replace(
      /\{instancePath:?([^,\n]*),keyword:"(\w+)",params:\{(?:comparison: "[<>=]+", )?\w+: ([^{}\n]*)\}\}/g,
      (_, path: string, keyword: string, limit: string) =>
        `[${path || 'instancePath'}, "${keyword}", ${limit}]`,
    )
    .replace(
      /const (err\d+) = (\[.*\]|\{\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;/g,
      'errors = (vErrors ??= []).push($2);',
    );
}

/** What is asked twice, and that a `then` failed, which the errors in it say. A number in bounds is finite already. */
function withoutNeedless(code: string): string {
  return code
    .replace(
      /\(\(typeof (data\d+) == "number"\) && \(!\(\1 % 1\) && !isNaN\(\1\)\)\) && \(isFinite\(\1\)\)/g,
      'Number.isInteger($1)',
    )
    .replace(/^(if\((data\d+) [<>]=? [^ ()]+) \|\| isNaN\(\2\)\)\{$/gm, '$1){')
    .replace(/^if\(!valid\d+\)\{\nerrors = .*"if", "then"\]\);\n\}$/gm, '');
}
