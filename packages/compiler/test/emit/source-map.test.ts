import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachMapping, originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { beforeAll, describe, expect, it } from 'vitest';
import { emitEngine } from '../../src/emit/index.ts';
import { placesOf } from '../../src/emit/typescript/places.ts';
import { compile, readAgreementFolder } from '../../src/index.ts';
import type { Agreement } from '../../src/ir/index.ts';
import { type Generated, generate, textOf } from './engines.ts';

const folder = join(import.meta.dirname, '../../../../agreements/starter');
const [sources = []] = readAgreementFolder(folder);
const [compiled] = compile(sources, { name: 'starter', today: '2026-11-22' });
const agreement = compiled as Agreement;

describe('the source map of an engine', () => {
  let generated: Generated;
  let map: TraceMap;
  beforeAll(async () => {
    generated = await generate(agreement, { sources });
    map = new TraceMap(textOf(generated, 'index.js.map'));
  });

  /** Where the code comes from that begins with this text, wherever that stands. */
  function originsOf(text: string): readonly string[] {
    const code = textOf(generated, 'index.js');
    return Array.from(code.matchAll(new RegExp(text.replaceAll(/\W/g, '\\$&'), 'g')), ({ index }) => {
      const before = code.slice(0, index).split('\n');
      const column = before.at(-1)?.length ?? 0;
      const { source, line } = originalPositionFor(map, { line: before.length, column });
      return `${source}:${line}`;
    });
  }

  it('leads from each rule, route, promise and calendar to its line', () => {
    const { scores, routing, promises, calendars } = agreement;
    const made = [
      ...scores.flatMap(({ rules }) => rules).map(({ id, span }) => [`"${id}"`, span] as const),
      ...(routing?.rows ?? []).map(({ id, span }) => [`id:"${id}",queue:`, span] as const),
      ...promises.flatMap(({ kind, id, span }) =>
        kind === 'clock' || kind === 'attempts' ? [[`id:"${id}",starts:`, span] as const] : [],
      ),
      ...calendars.map(({ intervals, span }) => [`"${intervals}"`, span] as const),
    ];
    expect(made.length).toBeGreaterThan(10);
    for (const [text, { file, line }] of made) expect(originsOf(text)).toContain(`starter/${file}:${line}`);
  });

  it('leads from what every engine has to its source', () => {
    const [line] = originsOf('"must be text"').map((origin) => Number(origin.replace('engine.ts:', '')));
    expect(textOf(generated, 'engine.ts').split('\n')[Number(line) - 1]).toContain("return 'must be text';");
  });

  it('knows where each part begins, also behind what was put in or taken out', () => {
    const [begins, mapped] = [new Set<string>(), new Set<number>()];
    eachMapping(map, ({ generatedLine: line, generatedColumn: column }) => {
      begins.add(`${line}:${column}`);
      mapped.add(line);
    });
    const lines = textOf(generated, 'index.js').split('\n');
    const behind = lines.flatMap((line, at) =>
      !mapped.has(at + 1)
        ? []
        : Array.from(
            line.matchAll(/@__PURE__ \*\//g),
            ({ index, 0: { length } }) => `${at + 1}:${index + length}`,
          ),
    );
    expect(behind.length).toBeGreaterThan(2);
    expect(behind.filter((place) => !begins.has(place))).toEqual([]);
    expect(map.file).toBe('index.js');
  });

  it('names files by paths that say nothing of where they were made, and shows the agreement', () => {
    const files = map.sources.filter((source) => source !== 'engine.ts');
    expect(files.length).toBeGreaterThan(3);
    expect(map.sources).toContain('engine.ts');
    files.forEach((file) => {
      const text = sources.find(({ name }) => `starter/${name}` === file)?.text;
      expect(map.sourcesContent?.[map.sources.indexOf(file)]).toBe(text);
      expect(file).toMatch(/^starter\/[a-z/]+\.yaml$/);
    });
  });

  it('names files of which nobody gave the text', async () => {
    const files = await emitEngine(agreement, { packageName: '@acme/engine' });
    const bare = new TraceMap(textOf({ files }, 'index.js.map'));
    expect(bare.sources).toEqual(map.sources);
    expect(bare.sourcesContent?.every((text) => text === null)).toBe(true);
  });

  it('makes stack traces of Node name the line of the rule', () => {
    const field = agreement.fields[0]?.id ?? '';
    const program = `import { decide, parseLead } from './generated/index.js';
const lead = parseLead(${JSON.stringify(leadOf(agreement))});
const trap = new Proxy(lead, { get: (it, key) => { if (key === ${JSON.stringify(field)}) throw new Error('trapped'); return it[key]; } });
try { decide(trap, { asOf: 0 }); } catch (error) { console.log(error.stack); }`;
    writeFileSync(join(generated.folder, 'trap.js'), program);
    const args = ['--enable-source-maps', join(generated.folder, 'trap.js')];
    const stack = execFileSync(process.execPath, args, { encoding: 'utf8' });
    expect(stack.split('\n')[2]).toMatch(/starter\/[a-z/]+\.yaml:\d+:1\b/);
  });
});

it('a comment speaks for the statement below it, or for its own line', () => {
  const source = `/** a (a.yaml:1) */
function way_a() {
  // b (b.yaml:2)
  if (x) {
    y();
  }
  z();
}

switch (name) {
  case 'c': // c (dir/c.yaml:3)
    return 1;
  default:
    // No place (here)
    return 2;
}`;
  const lines = placesOf(source).map((place) => (place === null ? '' : `${place.file}:${place.line}`));
  expect(lines).toEqual([
    ...Array.from({ length: 2 }, () => 'a.yaml:1'),
    ...Array.from({ length: 4 }, () => 'b.yaml:2'),
    'a.yaml:1',
    'a.yaml:1',
    '',
    '',
    'dir/c.yaml:3',
    'dir/c.yaml:3',
    '',
    '',
    '',
    '',
  ]);
});

it('a statement ends with the sign that closes it, if that stands as far to the left', () => {
  const source = `// a (a.yaml:1)
first();
}
// b (b.yaml:2)
second(
  1,

  2,
)
// c (c.yaml:3)
  third(
    3,
)
// no place (here)
x(); // last (e.yaml:5)`;
  const lines = placesOf(source).map((place) => place?.line ?? 0);
  expect(lines).toEqual([1, 1, 0, 2, 2, 2, 0, 0, 0, 3, 3, 3, 0, 0, 5]);
});

function leadOf({ fields }: Agreement): object {
  const required = fields.filter((field) => field.required).map(({ id, options }) => [id, options[0]?.id]);
  return { id: '1', created_at: 0, ...Object.fromEntries(required) };
}
