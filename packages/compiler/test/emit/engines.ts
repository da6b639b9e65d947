import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EngineOptions } from '../../src/emit/engine.ts';
import { emitEngine, type OutputFile } from '../../src/emit/index.ts';
import type {
  Agreement,
  Assignment,
  AssignState,
  Decision,
  ExplanationWithNext,
  SlaStatus,
} from '../../src/ir/index.ts';
import { temporaryFolder } from '../temporary.ts';

/** An engine as anybody who imports it sees it; a parsed lead is nothing that we look into. */
export interface Engine {
  readonly decide: (lead: object, options: { readonly asOf: number }) => Decision;
  readonly explain: (
    lead: object,
    options: { readonly asOf: number; readonly next?: boolean },
  ) => ExplanationWithNext;
  readonly slaStatus: (lead: object, options: { readonly asOf: number }) => readonly SlaStatus[];
  readonly assign: (state: unknown, to: string | Decision['route']) => Assignment;
  readonly release: (state: unknown, person: string) => AssignState;
  readonly parseLead: (json: unknown) => object;
  readonly readLead: (
    json: unknown,
  ) => { readonly lead: object } | { readonly problems: readonly { at: string; message: string }[] };
  readonly agreement: { readonly hash: string; readonly rules: Record<string, unknown> };
  readonly LeadError: new (problems: readonly []) => Error;
}

export interface Generated {
  readonly files: readonly OutputFile[];
  /** Where they were written. */
  readonly folder: string;
  readonly engine: Engine;
}

/** Generates an engine into a folder of its own, and imports it. */
export async function generate(
  agreement: Agreement,
  options: Partial<EngineOptions> = {},
): Promise<Generated> {
  const files = await emitEngine(agreement, { packageName: '@acme/engine', sources, ...options });
  const folder = temporaryFolder('engine-');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const url = pathToFileURL(join(folder, 'generated/index.js')).href;
  return { files, folder, engine: (await import(/* @vite-ignore */ url)) as Engine };
}

/** Of the agreements that are written for tests. */
export const sources = [{ path: 'test.yaml', name: 'test.yaml', text: '\n' }];

/** The text of a generated file. */
export function textOf({ files }: Pick<Generated, 'files'>, name: string): string {
  const file = files.find(({ path }) => path === `generated/${name}`);
  if (file === undefined) throw new Error(`there is no ${name}`);
  return file.text;
}

/** What the most demanding readers of generated TypeScript ask of it. */
export const strictest = {
  target: 'es2024',
  lib: ['es2024'],
  module: 'nodenext',
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  isolatedModules: true,
  noEmit: true,
  types: [],
};
