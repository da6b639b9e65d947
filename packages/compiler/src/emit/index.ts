export { emitPackageFiles } from './docs/package-files.ts';
export { emitEngine, type EngineOptions } from './engine.ts';
export type { OutputFile } from './output.ts';
