import type fs from 'node:fs';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, test, vi } from 'vitest';
import { replaceOutput } from '../../src/files/output.ts';
import { fileSink } from '../../src/files/sink.ts';
import { copyFolder, replaceFile, replaceFiles } from '../../src/files/staged.ts';
import { temporaryFolder, testIo } from '../test-io.ts';

/** How many calls of the disk go well before one does not (`undefined`: all), and which take no room. */
const disk = vi.hoisted(() => ({
  left: undefined as number | undefined,
  refused: 0,
  free: [] as readonly string[],
}));

vi.mock('node:fs', async (original) => {
  const { faultyFs } = await import('./faulty.ts');
  const real = await original<typeof fs>();
  const faulty = faultyFs(real, ({ name, half }) => {
    if (disk.left === undefined || disk.free.includes(name) || disk.left-- > 0) return;
    disk.left = undefined;
    disk.refused += 1;
    half();
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: name });
  });
  return { ...real, ...faulty };
});

const removing = ['rmSync', 'rmdirSync'];

beforeEach(() => {
  disk.left = undefined;
  disk.refused = 0;
  disk.free = removing;
});

/** Every file below a folder, with its text. */
function filesOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function setOf(word: string): { path: string; text: string }[] {
  const paths = ['generated/index.js', 'generated/docs/page.md', `generated/${word}.js`, 'README.md'];
  return paths.map((path) => ({ path, text: `${word} of ${path}` }));
}

interface Work {
  /** What is there before. */
  readonly before: (folder: string) => void;
  readonly write: (folder: string, word: string) => Promise<void> | void;
  /** Calls of the disk, at least. */
  readonly calls: number;
  /** Files that are there take their new names one by one, which takes no room. */
  readonly renamesOneByOne?: true;
}

const works: Readonly<Record<string, Work>> = {
  'a set of files and folders': {
    before: (folder) => replaceOutput(folder, setOf('old')),
    write: (folder, word) => replaceOutput(folder, setOf(word)),
    calls: 12,
  },
  'a set where there is none': {
    before: () => undefined,
    write: (folder, word) => replaceOutput(folder, setOf(word)),
    calls: 10,
  },
  'a file': {
    before: (folder) => writeFileSync(join(folder, 'a.yaml'), 'old'),
    write: (folder, word) => replaceFile(join(folder, 'a.yaml'), word),
    calls: 2,
  },
  'some files': {
    before: (folder) => replaceFiles(folder, [{ path: 'a.yaml', text: 'old' }]),
    write: (folder, word) =>
      replaceFiles(folder, [
        { path: 'a.yaml', text: word },
        { path: 'b.yaml', text: word },
      ]),
    calls: 2,
    renamesOneByOne: true,
  },
  'a copied folder': {
    before: (folder) => {
      mkdirSync(join(folder, 'template'));
      writeFileSync(join(folder, 'template/a.yaml'), 'new');
      mkdirSync(join(folder, 'copy'));
    },
    write: (folder) => {
      const copy = join(folder, 'copy');
      if (existsSync(join(copy, 'a.yaml'))) return;
      copyFolder(pathToFileURL(join(folder, 'template')), copy);
    },
    calls: 2,
  },
  'a long file, piece by piece': {
    before: (folder) => writeFileSync(join(folder, 'leads.csv'), 'old'),
    write: async (folder, word) => {
      const sink = fileSink('leads.csv', testIo({ cwd: folder }));
      try {
        for (let at = 0; at < 40; at++) await sink.write(`${word} ${'x'.repeat(10_000)}\n`);
        await sink.finish();
        sink.publish();
      } catch (error) {
        sink.abandon();
        throw error;
      }
    },
    calls: 8,
  },
};

async function failureOf(work: () => Promise<void> | void): Promise<Error | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

test.each(Object.entries(works))(
  'a disk that is full at any call leaves what was there: %s',
  async (_, { before, write, calls, renamesOneByOne }) => {
    disk.free = renamesOneByOne ? [...removing, 'renameSync'] : removing;
    let error: Error | undefined;
    let goWell = -1;
    do {
      goWell += 1;
      const folder = temporaryFolder();
      before(folder);
      const found = filesOf(folder);
      disk.left = goWell;
      error = await failureOf(() => write(folder, 'new'));
      disk.left = undefined;
      const message = error?.message ?? 'written';
      expect(message).toMatch(/^written$| cannot be written: the disk is full \(ENOSPC\)\.$/);
      expect(error ? filesOf(folder) : found).toEqual(found);
      await write(folder, 'new');
      const after = filesOf(folder);
      expect(Object.keys(after).filter((path) => path.includes('smarketing'))).toEqual([]);
      expect(Object.values(after).filter((text) => text.includes('old'))).toEqual([]);
    } while (error);
    expect(disk.refused).toBe(goWell);
    expect(goWell).toBeGreaterThanOrEqual(calls);
  },
);
