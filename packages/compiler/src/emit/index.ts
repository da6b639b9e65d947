export { emitPackageFiles } from './docs/package-files.ts';
export { emitEngine, emitModule } from './engine.ts';
export type { OutputFile } from './output.ts';
