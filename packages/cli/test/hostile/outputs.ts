import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { emitEngine, emitPackageFiles, type OutputFile, type SourceFile } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import { deceiving } from '../report/hostile.ts';
import { parseXml } from '../report/xml.ts';
import { run } from '../test-io.ts';

/** Generates the engine of an agreement into a folder; what is wrong with its files. */
export async function engineProblems(agreement: Agreement, folder: string): Promise<readonly string[]> {
  const naming = { packageName: '@acme/engine' };
  const { readme, manifest } = emitPackageFiles(agreement, naming);
  const files = [...(await emitEngine(agreement, naming)), readme, manifest];
  writeAll(folder, files);
  const asJson = files.filter(({ path }) => path.endsWith('.json'));
  for (const { text } of asJson) JSON.parse(text);
  const imported = await importAlone(join(folder, 'generated/index.js'));
  return [
    ...files
      .filter(({ path, text }) => /\.[jt]s$/.test(path) && /[^\x20-\x7e\n]/.test(text))
      .map(({ path }) => `${path} is not ASCII`),
    ...(/<(?!br>)|\$\{|[\u2028\u202e\0]/.test(readme.text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, ''))
      ? ['README.md has more than text']
      : []),
    ...(imported.isChanged ? ['index.js changes the world'] : []),
    ...(imported.title === agreement.title ? [] : [`index.js has the title ${imported.title}`]),
  ];
}

function writeAll(folder: string, files: readonly OutputFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

interface Imported {
  readonly title: string;
  /** Something new is global, such as the canary. */
  readonly isChanged: boolean;
}

async function importAlone(path: string): Promise<Imported> {
  const worker = new Worker(new URL('imported.ts', import.meta.url), {
    workerData: pathToFileURL(path).href,
  });
  const [imported] = (await once(worker, 'message')) as [Imported];
  await worker.terminate();
  return imported;
}

/** Checks files on the disk in every format; what is wrong with what is printed. */
export async function reportProblems(
  folder: string,
  sources: readonly SourceFile[],
): Promise<readonly string[]> {
  const agreement = join(folder, 'agreements/hostile');
  writeAll(
    agreement,
    sources.map(({ name, text }) => ({ path: name, text })),
  );
  const print = async (format: string): Promise<string> => {
    const { stdout, stderr, code } = await run(['check', '--format', format, '--today', '2026-11-24'], {
      cwd: folder,
    });
    if (code !== 0 && code !== 1) throw new Error(stderr);
    return format === 'pretty' ? stderr : stdout;
  };
  const [pretty, github, json, sarif, junit] = await Promise.all(
    ['pretty', 'github', 'json', 'sarif', 'junit'].map(print),
  );
  JSON.parse(json ?? '');
  JSON.parse(sarif ?? '');
  parseXml(junit ?? '');
  const lines = (github ?? '').split('\n').filter(Boolean);
  return [
    ...(deceiving.test((pretty ?? '').replaceAll('\n', '')) ? ['pretty has control characters'] : []),
    ...lines
      .filter((line) => !/^::(error|warning|notice) /.test(line) && !/^\d+ more /.test(line))
      .map((line) => `github: ${line}`),
  ];
}
