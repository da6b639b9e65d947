import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Agreement } from '@smarketing/compiler/ir';
import type { Engine } from '@smarketing/simulator';
import { canBeSimulated, sizes } from '../lib/outcomes/types.ts';
import { writeWhole } from '../lib/write.ts';
import { forecast } from './forecast.ts';

/** Simulates the compiled agreements below `packages`, each into a file of `made`, unless that was made from the same before. */
export async function simulateAll(packages: string, made: string): Promise<void> {
  mkdirSync(made, { recursive: true });
  const folders = readdirSync(packages).filter((name) => name.startsWith('engine-'));
  await Promise.all(folders.map((folder) => simulateOne(join(packages, folder, 'generated'), made)));
}

async function simulateOne(engine: string, made: string): Promise<void> {
  const code = join(engine, 'index.js');
  const [text, rules] = [readFileSync(join(engine, 'agreement.json'), 'utf8'), readFileSync(code, 'utf8')];
  const agreement = JSON.parse(text) as Agreement;
  const file = join(made, `${agreement.name}.json`);
  const from = hashOf([text, rules, ...simulator()]);
  if (!canBeSimulated(agreement) || isMade(file, from)) return;
  const outcomes = await forecast(agreement, (await import(pathToFileURL(code).href)) as Engine);
  writeWhole(file, JSON.stringify({ made_from: from, ...outcomes }));
}

/** All that decides what a simulation says, beside the agreement. */
const simulator = (): readonly string[] => [
  ...textsIn(dirname(fileURLToPath(import.meta.resolve('@smarketing/simulator')))),
  ...textsIn(import.meta.dirname),
  JSON.stringify(sizes),
];

const textsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[jt]s$/u.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8'));

const hashOf = (texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('hex');

function isMade(file: string, from: string): boolean {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { made_from: unknown }).made_from === from;
  } catch {
    return false;
  }
}
