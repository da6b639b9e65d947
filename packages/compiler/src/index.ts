// From the author's files to a compiled agreement
export { compile, type Compiled, type CompileOptions } from './compile.ts';
export type { FileMemory, KeptFiles } from './reading.ts';
export { canonical, seal } from './lower/seal.ts';
export { readQuestion } from './question.ts';
export { type FolderEntry, sourcesIn } from './source/entries.ts';
export { readAgreementFolder } from './source/host.ts';
export type { SourceFile } from './source/source-file.ts';
export { scalarsOf, type WrittenScalar } from './parse/scalars.ts';

// What holds of every lead, and a lead where it does not
export * from './prove/index.ts';

export { isReservedAgreement } from './schema/names.ts';

// One style for what authors write
export { format } from './format/format.ts';

// Safe fixes of what was found
export { type Change, fix, type Fixed } from './fix/fix.ts';

// What was found, and how people are told
export {
  catalogue,
  type Code,
  codes,
  type Entry,
  codeTopics,
  entryOf,
  mayBeWaived,
} from './diagnostics/catalogue.ts';
export { applyWaivers, type Waived } from './check/waivers.ts';
export { type Diagnostic, hasErrors, type Related, report, type Result } from './diagnostics/diagnostic.ts';
export { formatDiagnostic } from './diagnostics/format.ts';
export { didYouMean, nearest } from './diagnostics/suggest.ts';

// Texts in Markdown, where nothing in them is markup
export { code, markdown, table } from './emit/encode/markdown.ts';

// From a compiled agreement to an engine
export { emitEngine, emitModule, emitPackageFiles, type OutputFile } from './emit/index.ts';

// From the rows of a CRM's export to leads
export * from './mapping/index.ts';

// A mapping that could read an export
export * from './propose/index.ts';

// What editors are told of the author's files
export { type Draft, fileSchemas, type SchemaKind, schemaKinds } from './schema/json-schema.ts';

// What the examples of an agreement would notice
export * from './mutate/index.ts';
