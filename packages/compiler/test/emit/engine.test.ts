import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { emitEngine, emitModule } from '../../src/emit/index.ts';
import { attempts } from '../ir/agreements.ts';
import { everything } from '../ir/everything.ts';
import { temporaryFolder } from '../temporary.ts';
import { corners, smallest } from './corners.ts';
import { compareEngines } from './differential.ts';
import { type Engine, type Generated, generate, sources, strictest, textOf } from './engines.ts';

const tsc = join(createRequire(import.meta.url).resolve('@typescript/native/package.json'), '../bin/tsc');

/** What the declarations promise must be what the source exports, both ways. */
const sameTypes = `import type * as source from './generated/engine.js';
import type * as declared from './generated/index.js';
export const declaredToSource = (engine: typeof declared): typeof source => engine;
export const sourceToDeclared = (engine: typeof source): typeof declared => engine;
`;

const use = `import { agreement, decide, type Decision, explain, type Explanation, type Lead, LeadError, type LeadInput, parseLead, readLead } from './generated/index.js';
const input: LeadInput = { id: '1', created_at: 0, level: 'top', staff: 5, events: [{ event: 'visit', at: 0, properties: { path: '/' } }] };
// @ts-expect-error: no such option
const wrong: LeadInput = { id: '1', created_at: 0, level: 'bottom' };
// @ts-expect-error: no such field
const unknown: LeadInput = { id: '1', created_at: 0, levl: 'top' };
const lead: Lead = parseLead(input);
const decision: Decision = decide(lead, { asOf: 0 });
const stage: 'lead' | 'mql' | 'sql' | 'recycled' = decision.stage;
const grade: 'A1' | 'B1' | 'C1' | null = decision.grade;
const explanation: Explanation = explain(lead, { asOf: 0 });
const rule: number | undefined = explanation.ledger.fit[0]?.points;
// @ts-expect-error: a decision does not explain itself
const ledger = decision.ledger;
const score: number = decision.scores.fit;
const band: 'A' | 'B' = decision.bands.fit;
const why: string | null = agreement.rules.senior.because;
const reading = readLead(wrong);
if ('problems' in reading) throw new LeadError(reading.problems);
export { band, grade, ledger, rule, score, stage, unknown, why };
`;

describe.each([
  ['everything', everything],
  ['corners', corners],
  ['smallest', smallest],
])('the engine of %s', (name, agreement) => {
  let generated: Generated;
  beforeAll(async () => {
    generated = await generate(agreement);
  });

  it('is TypeScript that the strictest compiler takes, with the types that it declares', () => {
    const { folder } = generated;
    writeFileSync(join(folder, 'same-types.ts'), sameTypes);
    if (name === 'everything') writeFileSync(join(folder, 'use.ts'), use);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: strictest, include: ['**/*'] }),
    );
    expect(compile(folder)).toBe('');
  }, 60_000);

  it('imports nothing and makes no code', () => {
    const code = textOf(generated, 'index.js');
    expect(code).not.toMatch(/\bimport\b|\brequire\b|\beval\b|\bFunction\b|\bprocess\b|\bglobalThis\b/);
    expect(code).toMatch(/^[\x20-\x7e\n]*$/);
    expect(textOf(generated, 'engine.ts')).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('is the same to the byte when it is made again', async () => {
    const again = await emitEngine(structuredClone(agreement), { packageName: '@acme/engine', sources });
    expect(again).toEqual(generated.files);
  });

  it('has schemas that strict validators take, and that take its leads and decisions', () => {
    const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, ownProperties: true });
    const ofLead = ajv.compile(JSON.parse(textOf(generated, 'lead.schema.json')) as object);
    const ofDecision = ajv.compile(JSON.parse(textOf(generated, 'decision.schema.json')) as object);
    const ofExplanation = ajv.compile(JSON.parse(textOf(generated, 'explanation.schema.json')) as object);
    const input = plainest[name as keyof typeof plainest];
    ofLead(input);
    expect(ofLead.errors ?? []).toEqual([]);
    const { decide, explain, parseLead } = generated.engine;
    ofDecision(decide(parseLead(input), { asOf: 0 }));
    expect(ofDecision.errors ?? []).toEqual([]);
    ofExplanation(explain(parseLead(input), { asOf: 0 }));
    expect(ofExplanation.errors ?? []).toEqual([]);
  });
});

const plainest = {
  everything: { id: '1', created_at: 0, events: [{ event: 'asked', at: 0 }] },
  corners: { id: '1', created_at: 0, level: 'top', flagged: true, nps: 0, title: '', ends: '2026-01-01' },
  smallest: { id: '1', created_at: 0 },
};

it('counts a move that starts attempts as one of them, if it is one', async () => {
  const promises = [1, 2].map((least) =>
    attempts({
      id: `moves_${least}`,
      of: ['entered_mql'],
      starts: ['entered_mql'],
      stops: [],
      at_least: least,
    }),
  );
  const { decided, differences } = await compareEngines({ ...everything, promises }, { leads: 300, seed: 5 });
  expect(differences).toEqual([]);
  expect(decided).toBeGreaterThan(200);
});

describe('the files of an engine', () => {
  it('are these, and what of them is not code can be read on', async () => {
    const files = await emitEngine(everything, { packageName: '@acme/engine', sources });
    const texts = new Map(files.map(({ path, text }) => [path.replace('generated/', ''), text]));
    expect([...texts.keys()]).toEqual([
      'agreement.json',
      'batch.d.ts',
      'batch.js',
      'batch.ts',
      'decision.schema.json',
      'engine.ts',
      'explanation.schema.json',
      'index.d.ts',
      'index.js',
      'index.js.map',
      'lead.schema.json',
      'validate.d.ts',
      'validate.js',
    ]);
    expect(texts.get('agreement.json')).toBe(`${JSON.stringify(inOrder(everything), null, 2)}\n`);
    expect(texts.get('engine.ts')).toContain('export interface LeadInput');
    expect(texts.get('validate.d.ts')).toContain('export declare const validateLead');
  });

  it('may be made one by one, which decide the same', async () => {
    const input = plainest.everything;
    const folder = temporaryFolder('modules-');
    const load = async (module: 'index' | 'unchecked'): Promise<Engine> => {
      const file = join(folder, `${module}.mjs`);
      writeFileSync(file, (await emitModule(everything, module)).replace(/^\/\/# source.*\n/m, ''));
      return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Engine;
    };
    const [checked, unchecked] = [await load('index'), await load('unchecked')];
    expect(unchecked.decide(unchecked.parseLead(input), { asOf: 5 })).toEqual(
      checked.decide(checked.parseLead(input), { asOf: 5 }),
    );
    expect(checked.readLead({})).toHaveProperty('problems');
    expect(await emitModule(everything, 'unchecked')).not.toContain('sourceMappingURL');
    expect(await emitModule(everything, 'batch')).toBe(
      textOf(
        { files: await emitEngine(everything, { packageName: '@smarketing/engine-in-memory' }) },
        'batch.js',
      ),
    );
  });
});

/** With the keys of every object in the order of their texts. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(keys.map((key) => [key, inOrder((value as Record<string, unknown>)[key])]));
}

describe('the engine', () => {
  let generated: Generated;
  beforeAll(async () => {
    generated = await generate(everything);
  });

  it('is small', () => {
    expect(gzipSync(textOf(generated, 'index.js')).length).toBeLessThan(15_000);
  });

  it('shows little of itself with an error that nobody catches, and the message', () => {
    const code = "import { parseLead } from './generated/index.js'; parseLead({});";
    const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: generated.folder,
      encoding: 'utf8',
    });
    expect(stderr).toContain('[LeadError]: id is required; created_at is required');
    expect(stderr.length).toBeLessThan(8_000);
  });

  it('leaves out what is not imported', async () => {
    const { folder } = generated;
    expect(await sizeOf(folder, 'agreement')).toBeLessThan(5_000);
    expect(await sizeOf(folder, 'assign')).toBeLessThan(2_500);
    const decides = await sizeOf(folder, 'decide');
    expect(decides).toBeLessThan((await sizeOf(folder, 'decide, readLead')) - 8_000);
    expect(decides).toBeLessThan((await sizeOf(folder, 'decide, explain')) - 300);
    expect(decides).toBeLessThan((await sizeOf(folder, 'decide, slaStatus')) - 2_000);
    expect(await sizeOf(folder, 'slaStatus')).toBeLessThan((await sizeOf(folder, 'decide, slaStatus')) - 500);
  });

  it('does nothing when it is loaded: a bundle that uses nothing of it is empty', async () => {
    const code = await bundled(generated.folder, "import './generated/index.js';");
    expect(code).toBe('');
  });

  it('tells what is wrong, where, in words', () => {
    const input = {
      created_at: '2026-02-30T00:00Z',
      level: 'bottom',
      staff: 1.5,
      nps: 1.25,
      deal: 1e9,
      title: 5,
      topics: ['a', 'z'],
      typo: 1,
      events: [
        { event: 'visitt', at: 0 },
        { event: 'visit', at: 'noon', properties: { path: 'x\0' } },
      ],
    };
    const reading = generated.engine.readLead(input);
    expect(
      'problems' in reading && Object.fromEntries(reading.problems.map(({ at, message }) => [at, message])),
    ).toEqual({
      id: 'is required',
      created_at: expect.stringContaining('must be a moment with its zone') as string,
      level: 'must be one of low, mid, top',
      staff: 'must be a whole number',
      nps: 'must have at most 1 decimal',
      deal: 'must be at most 1000',
      title: 'must be text',
      topics: 'must have only options of a, b, c',
      typo: 'is not in the agreement',
      'events[0].event': 'must be an event of the agreement',
      'events[1].at': expect.stringContaining('must be a moment') as string,
      'events[1].properties.path': 'must be text without the character NUL',
    });
    expect(() => generated.engine.parseLead(input)).toThrow(generated.engine.LeadError);
    expect(() => generated.engine.parseLead(null)).toThrow('A lead must be an object');
  });

  it('refuses a lead with too many events before it looks at them', () => {
    const events = Array.from({ length: 5_001 }, () => ({}));
    const reading = generated.engine.readLead({ id: '1', created_at: 0, events });
    expect(reading).toEqual({ problems: [{ at: 'events', message: 'must be at most 5000, and are 5001' }] });
  });

  it('refuses a hole in the list of events', () => {
    const { readLead } = generated.engine;
    const events: unknown[] = [];
    events.length = 1;
    const reading = readLead({ id: '1', created_at: 0, events });
    expect(reading).toEqual({ problems: [{ at: 'events[0]', message: 'must be an object' }] });
    expect(reading).toEqual(readLead({ id: '1', created_at: 0, events: [undefined] }));
  });

  it('decides at whole milliseconds only', () => {
    const lead = generated.engine.parseLead({ id: '1', created_at: 0 });
    expect(() => generated.engine.decide(lead, { asOf: Number.NaN })).toThrow(RangeError);
  });

  it('says so where a program without types passes a lead that was not read', () => {
    const { decide, explain, parseLead, readLead, slaStatus } = generated.engine;
    const lead = { id: '1', created_at: 0, events: [] };
    const inJson: unknown = JSON.parse(JSON.stringify(parseLead(lead)));
    for (const unread of [lead, readLead(lead), inJson, '1', null, undefined] as never[])
      for (const use of [decide, explain, slaStatus])
        expect(() => use(unread, { asOf: 0 })).toThrow('the lead must be one that readLead(json).lead or');
  });

  it('decides a copy of a lead that another thread or window made', () => {
    const { decide, parseLead } = generated.engine;
    const lead = parseLead({ id: '1', created_at: 0, level: 'top', events: [{ event: 'asked', at: 1 }] });
    const others = runInNewContext('[Float64Array, Uint16Array]') as [
      typeof Float64Array,
      typeof Uint16Array,
    ];
    const { moments, codes } = lead as { moments: Float64Array; codes: Uint16Array };
    const foreign = { ...lead, moments: others[0].from(moments), codes: others[1].from(codes) };
    for (const copy of [structuredClone(lead), foreign])
      expect(decide(copy, { asOf: 10 })).toEqual(decide(lead, { asOf: 10 }));
  });

  it('keeps nothing from one decision to the next', () => {
    const { decide, parseLead } = generated.engine;
    const plain = parseLead({ id: '1', created_at: 0 });
    const before = JSON.stringify(decide(plain, { asOf: 10 }));
    decide(parseLead({ id: '2', created_at: 0, level: 'top', events: [{ event: 'visit', at: 1 }] }), {
      asOf: 10,
    });
    expect(JSON.stringify(decide(plain, { asOf: 10 }))).toBe(before);
  });
});

/** Of a program that imports only these names, in minified characters. */
async function sizeOf(folder: string, names: string): Promise<number> {
  return (await bundled(folder, `export { ${names} } from './generated/index.js';`)).length;
}

async function bundled(folder: string, contents: string): Promise<string> {
  const stdin = { contents, resolveDir: folder };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'esm', minify: true });
  return outputFiles[0]?.text ?? '';
}

function compile(folder: string): string {
  try {
    return execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? error);
  }
}
