import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../ir/everything.ts';
import { compareBatch, generateBatch, type GeneratedBatch } from './batch.ts';
import { corners, smallest } from './corners.ts';
import { strictest } from './engines.ts';
import { wide } from './wide.ts';

const seed = Number(process.env['SEED'] ?? 20261122);
const tsc = join(createRequire(import.meta.url).resolve('@typescript/native/package.json'), '../bin/tsc');

/** What the declarations promise must be what the source exports, both ways. */
const sameTypes = `import type * as source from './generated/batch.js';
import type * as declared from './declared/batch.js';
export const declaredToSource = (batch: typeof declared): typeof source => batch;
export const sourceToDeclared = (batch: typeof source): typeof declared => batch;
`;

describe.each([
  ['everything', everything],
  ['corners', corners],
  ['smallest', smallest],
])('the batch of %s', (_, agreement) => {
  let generated: GeneratedBatch;
  beforeAll(async () => {
    generated = await generateBatch(agreement);
  });

  it('decides as `decide` does', async () => {
    const { decided, differences } = await compareBatch(agreement, { leads: 1_000, seed });
    expect(differences).toEqual([]);
    expect(decided).toBeGreaterThan(900);
  }, 30_000);

  it('imports nothing and makes no code', () => {
    const code = readFileSync(join(generated.folder, 'batch.js'), 'utf8');
    expect(code).not.toMatch(/\bimport\b|\brequire\b|\beval\b|\bFunction\b|\bprocess\b|\bglobalThis\b/);
    expect(code).toMatch(/^[\x20-\x7e\n]*$/);
    expect(gzipSync(code).length).toBeLessThan(18_000);
  });

  it('decides no leads, and one', () => {
    const { engine, batch } = generated;
    const none = batch.encodeLeads([]);
    expect(batch.decideBatch(none, { asOf: 0 }).count).toBe(0);
    const lead = engine.parseLead(agreement === corners ? plainCorner : { id: '1', created_at: 0 });
    const one = batch.encodeLeads([lead]);
    const out = batch.decideBatch(one, { asOf: 5 });
    expect(batch.decisionAt(one, out, 0)).toEqual(engine.decide(lead, { asOf: 5 }));
  });
});

it('asks properties that need more than one number, and whether there is a persona and a grade', async () => {
  const { decided, differences } = await compareBatch(wide, { leads: 300, seed });
  expect(differences).toEqual([]);
  expect(decided).toBeGreaterThan(300);
});

const plainCorner = {
  id: '1',
  created_at: 0,
  level: 'top',
  flagged: true,
  nps: 0,
  title: '',
  ends: '2026-01-01',
};

describe('a batch', () => {
  let generated: GeneratedBatch;
  beforeAll(async () => {
    generated = await generateBatch(everything);
  });

  function leadsOf(count: number): readonly object[] {
    return Array.from({ length: count }, (_, index) =>
      generated.engine.parseLead({
        id: String(index),
        created_at: 0,
        level: index % 2 === 0 ? 'top' : 'low',
        staff: index % 900,
        events: Array.from({ length: index % 30 }, (_, at) => ({
          event: at % 3 === 0 ? 'asked' : 'visit',
          at: at * 3_600_000,
        })),
      }),
    );
  }

  it('is TypeScript that the strictest compiler takes, with the types that it declares', () => {
    const { folder } = generated;
    const home = dirname(folder);
    const declared = join(home, 'declared');
    execFileSync('cp', ['-r', folder, declared]);
    execFileSync('rm', [join(declared, 'batch.ts')]);
    writeFileSync(join(home, 'same-types.ts'), sameTypes);
    writeFileSync(
      join(home, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: strictest, include: ['same-types.ts'] }),
    );
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
    expect(compile(home)).toBe('');
  }, 60_000);

  it('fills columns anew, with nothing left of what stood there', () => {
    const { batch } = generated;
    const [many, few] = [batch.encodeLeads(leadsOf(700)), batch.encodeLeads(leadsOf(300))];
    const asOf = 40 * 3_600_000;
    const out = batch.decideBatch(many, { asOf: 0 });
    const wanted = batch.decideBatch(few, { asOf });
    expect(batch.decideBatch(few, { asOf, into: out })).toBe(out);
    for (let row = 0; row < few.count; row++)
      expect(batch.decisionAt(few, out, row)).toEqual(batch.decisionAt(few, wanted, row));
    expect(() => batch.decisionAt(few, out, 300)).toThrow(RangeError);
    expect(() => batch.decideBatch(many, { asOf, into: wanted })).toThrow('into has room for 300 leads');
  });

  it('refuses leads that are not in columns, instead of deciding about none', () => {
    const { batch } = generated;
    const leads = leadsOf(2) as unknown as ReturnType<typeof batch.encodeLeads>;
    expect(() => batch.decideBatch(leads, { asOf: 0 })).toThrow(
      new TypeError('the columns must be those that encodeLeads or readCsv gave'),
    );
  });

  it('needs nothing for reading files where none are read', async () => {
    const { folder } = generated;
    const stdin = { contents: "export { decideBatch, words } from './batch.js';", resolveDir: folder };
    const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'iife' });
    const code = outputFiles[0]?.text ?? '';
    expect(code).not.toContain('TextDecoder');
    expect(() => runInNewContext(code)).not.toThrow();
  });

  it('says so where a program without types passes a lead that was not read', () => {
    for (const unread of [{ id: '1', created_at: 0, events: [] }, null] as never[])
      expect(() => generated.batch.encodeLeads([unread])).toThrow('the lead must be one that');
  });

  it('decides at whole milliseconds only, one for all leads or one for each', () => {
    const { batch } = generated;
    const columns = batch.encodeLeads(leadsOf(3));
    expect(() => batch.decideBatch(columns, { asOf: Number.NaN })).toThrow(RangeError);
    expect(() => batch.decideBatch(columns, { asOf: Float64Array.of(1, 2.5, 3) })).toThrow(RangeError);
    expect(() => batch.decideBatch(columns, { asOf: Float64Array.of(1, 2) })).toThrow(
      'a moment for each lead',
    );
  });

  it('allocates nothing once it is warm', () => {
    const { folder } = generated;
    const script = join(folder, 'allocates.js');
    writeFileSync(script, allocates);
    const flags = ['--expose-gc', '--max-semi-space-size=64'];
    const bytes = Number(execFileSync(process.execPath, [...flags, script], { encoding: 'utf8' }));
    // Even one number on the heap takes 16 bytes.
    expect(bytes / 600_000).toBeLessThan(2);
  }, 30_000);
});

/** How many bytes of the heap 300 batches of 2,000 leads take. */
const allocates = `import { parseLead } from './index.js';
import { decideBatch, encodeLeads } from './batch.js';
const hour = 3_600_000;
const columns = encodeLeads(Array.from({ length: 2_000 }, (_, index) => parseLead({
  id: String(index), created_at: 0, level: index % 2 ? 'top' : 'low', staff: index % 900,
  events: Array.from({ length: index % 30 }, (_, at) => ({ event: at % 3 ? 'visit' : 'asked', at: at * hour })),
})));
const out = decideBatch(columns, { asOf: 50 * hour });
for (let round = 0; round < 300; round++) decideBatch(columns, { asOf: (30 + round) * hour, into: out });
gc();
const before = process.memoryUsage().heapUsed;
for (let round = 0; round < 300; round++) decideBatch(columns, { asOf: (30 + round) * hour, into: out });
process.stdout.write(String(process.memoryUsage().heapUsed - before));
`;

function compile(folder: string): string {
  try {
    return execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? error);
  }
}
