import type { Agreement } from '../ir/types.ts';
import type { SourceFile } from '../source/source-file.ts';
import { canonicalJson } from './canonical.ts';
import { decisionSchema, explanationSchema } from './json-schema/decision.ts';
import { leadSchema } from './json-schema/lead.ts';
import { validatorCode } from './json-schema/validator.ts';
import type { OutputFile } from './output.ts';
import { batchCode, batchDeclarations } from './typescript/batch/batch.ts';
import { declarations, validatorDeclarations } from './typescript/declarations.ts';
import { engineCode } from './typescript/engine.ts';
import { moduleCode, plainModule, uncheckedEngine, validatorModule } from './typescript/module.ts';
import { typesCode } from './typescript/types-code.ts';

export interface EngineOptions {
  /** The name under which the engine is installed. */
  readonly packageName: string;
  /** The author's files, for debuggers to show beside the code that was made from them; without them they are only named. */
  readonly sources?: readonly SourceFile[];
}

/**
 * The generated files of an engine: its source, its module without imports, types, schemas and the
 * compiled agreement. The same agreement gives the same bytes.
 */
export async function emitEngine(
  agreement: Agreement,
  { packageName, sources = [] }: EngineOptions,
): Promise<readonly OutputFile[]> {
  const types = await typesCode(agreement);
  const engine = engineCode(agreement, types, packageName);
  const validator = await validatorCode(agreement);
  const { code, map } = await moduleCode(engine, validator, {
    agreement: agreement.name,
    sources: new Map(sources.map(({ name, text }) => [name, text])),
  });
  const batch = batchCode(agreement, packageName);
  const files = {
    'agreement.json': canonicalJson(agreement),
    'batch.d.ts': batchDeclarations(agreement, packageName),
    'batch.js': await plainModule(batch),
    'batch.ts': batch,
    'decision.schema.json': json(decisionSchema(agreement)),
    'engine.ts': engine,
    'explanation.schema.json': json(explanationSchema(agreement)),
    'index.d.ts': declarations(types, packageName),
    'index.js': code,
    'index.js.map': map,
    'lead.schema.json': json(leadSchema(agreement, { texts: true })),
    'validate.d.ts': validatorDeclarations,
    'validate.js': validatorModule(validator),
  };
  return Object.entries(files).map(([name, text]) => ({ path: `generated/${name}`, text }));
}

/**
 * One module of an engine, for who loads it at once. It is what {@link emitEngine} writes, perhaps with other names inside, but
 * without what is only there to be read, which takes most of the time. `unchecked` is the engine for who makes the leads: it takes
 * them as they are, without holding them against their schema.
 */
export async function emitModule(
  agreement: Agreement,
  module: 'index' | 'batch' | 'unchecked',
): Promise<string> {
  if (module === 'batch') return await plainModule(batchCode(agreement, inMemory));
  const engine = engineCode(agreement, '', inMemory);
  if (module === 'unchecked') return await plainModule(uncheckedEngine(engine));
  const about = { agreement: agreement.name, sources: new Map<string, string>() };
  return (await moduleCode(engine, await validatorCode(agreement), about)).code;
}

const inMemory = '@smarketing/engine-in-memory';

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
