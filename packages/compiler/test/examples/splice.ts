import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '@smarketing/compiler';

/** Where a line of a file comes from: the line of an excerpt, or 0 for one of the base. */
type Line = readonly [text: string, from: number];
export type Lines = readonly Line[];
export type Files = ReadonlyMap<string, Lines>;

const root = join(import.meta.dirname, '../broken/base');

/** The smallest agreement that has something of everything, and no finding. */
export const base: Files = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => [name, linesOf(readFileSync(join(root, name), 'utf8'), () => 0)] as const),
);

/**
 * The files with an excerpt in place: what bears the same name is replaced (a stage, a score, a row with the same id), what does
 * not is added. A short file such as `personas.yaml` is replaced as a whole.
 */
export function splice(files: Files, file: string, excerpt: string, counted: boolean): Files {
  const lines = linesOf(excerpt, (index) => (counted ? index + 1 : 0));
  const kind = file.split('/')[0]?.replace(/\.yaml$/, '') ?? '';
  if (kind === 'agreement' || !files.has(file)) return spliceKind(files, kind, lines, file);
  return new Map([...files, [file, lines]]);
}

export function sourcesOf(files: Files): SourceFile[] {
  return [...files]
    .map(([name, lines]) => sourceOf(name, lines))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const known = new WeakMap<Lines, SourceFile>();

/** The compiler reads a file that is the same object only once. */
function sourceOf(name: string, lines: Lines): SourceFile {
  const source = known.get(lines) ?? { path: name, name, text: lines.map(([text]) => `${text}\n`).join('') };
  known.set(lines, source);
  return source;
}

function linesOf(text: string, from: (index: number) => number): Lines {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line, index) => [line, from(index)] as const);
}

/** A key at the margin and the entries below it. */
interface Block {
  readonly name: string;
  readonly head: Line;
  readonly entries: readonly { readonly name: string; readonly lines: Lines }[];
}

function spliceKind(files: Files, kind: string, lines: Lines, file: string): Files {
  const result = new Map(files);
  for (const block of blocksOf(lines)) {
    const homes = [...result].filter(([name]) => name === `${kind}.yaml` || name.startsWith(`${kind}/`));
    const home = file.includes('/') ? undefined : homeOf(block, homes);
    if (!home) {
      const name = files.has(`${kind}.yaml`)
        ? `${kind}.yaml`
        : file.includes('/')
          ? file
          : `${kind}/example.yaml`;
      result.set(name, [...(result.get(name) ?? []), ...written(block)]);
      continue;
    }
    const blocks = blocksOf(result.get(home) ?? []);
    result.set(
      home,
      blocks.flatMap((known) => written(known.name === block.name ? joined(known, block) : known)),
    );
  }
  return result;
}

/** The file that has an entry of the block already, or else its key. */
function homeOf({ name, entries }: Block, files: readonly (readonly [string, Lines])[]): string | undefined {
  const withKey = files.filter(([, lines]) => blocksOf(lines).some((block) => block.name === name));
  const withEntry = withKey.find(([, lines]) =>
    blocksOf(lines).some(
      (block) =>
        block.name === name &&
        block.entries.some((entry) => entries.some((other) => other.name === entry.name)),
    ),
  );
  return (withEntry ?? withKey[0])?.[0];
}

function joined(known: Block, given: Block): Block {
  if (given.entries.length === 0 || ['grades', 'rejection', 'routing'].includes(given.name)) return given;
  const fresh = given.entries.filter(({ name }) => !known.entries.some((entry) => entry.name === name));
  const kept = known.entries.map((entry) => given.entries.find(({ name }) => name === entry.name) ?? entry);
  return { name: known.name, head: given.head, entries: [...kept, ...fresh] };
}

function blocksOf(lines: Lines): readonly Block[] {
  const blocks: { name: string; head: Line; entries: { name: string; lines: Line[] }[] }[] = [];
  for (const line of lines) {
    const [text] = line;
    const block = blocks.at(-1);
    if (/^\S/.test(text) || !block)
      blocks.push({ name: /^\w*/.exec(text)?.[0] ?? '', head: line, entries: [] });
    else if (/^ {2}\S/.test(text)) block.entries.push({ name: nameOf(text), lines: [line] });
    else block.entries.at(-1)?.lines.push(line);
  }
  return blocks;
}

/** `fit` of `  fit:`, `later` of `  - { id: later, …`. */
function nameOf(line: string): string {
  return /^ {2}(?:- (?:\{ )?id: )?(\w+)/.exec(line)?.[1] ?? line;
}

function written({ head, entries }: Block): Lines {
  return [head, ...entries.flatMap(({ lines }) => lines)];
}
