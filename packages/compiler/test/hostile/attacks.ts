import type { SourceFile } from '@smarketing/compiler';
import { written } from './agreements.ts';

/** The agreement of the broken cases, in folders alone, so that files can be added. */
const base = (written.find(({ name }) => name === 'base')?.sources ?? []).map((file) =>
  file.name === 'agreement.yaml' ? { ...file, name: 'agreement/a.yaml' } : file,
);

function list(count: number, item: (at: number) => string): string {
  return `[${Array.from({ length: count }, (_, at) => item(at)).join(', ')}]`;
}

function mappingOf(text: string): SourceFile {
  return source('mappings/other.yaml', `system: CRM\nid: Id\ncreated_at: { fixed: 2026-01-01 }\n${text}`);
}

function source(name: string, text: string): SourceFile {
  return { path: name, name, text };
}

function scores(file: number, count: number): SourceFile {
  const sums = Array.from({ length: count }, (_, at) => {
    const number = file * count + at;
    return `  s${number}: { title: S, sum: [s${number + 1}, s${number + 2}] }\n`;
  });
  return source(`scoring/z${file}.yaml`, `scores:\n${sums.join('')}`);
}

function assertion(condition: string): SourceFile {
  return source(
    'agreement/z.yaml',
    `assertions:\n  - { id: hostile, says: It holds., never: ${condition} }\n`,
  );
}

const long = 'x'.repeat(300_000);
/** An agreement with what is hostile added. */
export function attacked(attack: () => readonly SourceFile[]): readonly SourceFile[] {
  const added = attack();
  const names = new Set(added.map(({ name }) => name));
  return [...base.filter(({ name }) => !names.has(name)), ...added];
}

export const attacks: Readonly<Record<string, () => readonly SourceFile[]>> = {
  'a mapping of 10,000 keys': () => [
    source(
      'vocabulary/z.yaml',
      `terms: { ${Array.from({ length: 10_000 }, (_, at) => `t${at}: 1`).join(', ')} }`,
    ),
  ],
  'two names as long as a file may be': () => [
    mappingOf(`columns: [Id, ${long}a]\nfields: { country: ${long}b }`),
  ],
  'thousands of columns, and as many that are none': () => [
    mappingOf(
      `columns: [Id, ${list(8_000, (at) => `column ${at}`).slice(1)}\nignore: ${list(8_000, (at) => `other ${at}`)}`,
    ),
  ],
  'thousands of options, and as many that are none': () => [
    source(
      'vocabulary/z.yaml',
      `fields: { wide: { type: choice, options: ${list(8_000, (at) => `option${at}`)} } }`,
    ),
    mappingOf(
      `fields: { wide: { column: Wide, values: { ${Array.from({ length: 1000 }, (_, at) => `w${at}: other${at}`).join(', ')} } } }`,
    ),
  ],
  'conditions that ask for thousands of options that are none': () => [
    source(
      'vocabulary/z.yaml',
      `fields: { wide: { type: choice, options: ${list(8_000, (at) => `option${at}`)} } }`,
    ),
    assertion(`{ wide: ${list(8_000, (at) => `other${at}`)} }`),
  ],
  'a list of 30,000 wrong items': () => [source('goals.yaml', `goals: ${list(30_000, () => '1')}`)],
  '20,000 unknown names': () => [
    source(
      'cadence.yaml',
      `meetings:\n  weekly: { title: W, every: week, on: monday, at: '09:30', minutes: 30, owner: shared, agenda: [A], who: ${list(20_000, (at) => `who${at}`)} }`,
    ),
  ],
  'scores that wait for one another, 5,000 in a row': () => [
    ...Array.from({ length: 5 }, (_, file) => scores(file, 1000)),
    source(
      'scoring/z.yaml',
      `scores: { s5000: { title: S, sum: [fit, engagement] }, s5001: { title: S, sum: [fit, engagement] } }`,
    ),
  ],
  'conditions 30 deep': () => [
    assertion(`${'{ any: [{ not: '.repeat(10)}{ country: de }${' }] }'.repeat(10)}`),
  ],
  'so many of 60': () => [assertion(`{ some: { at_least: 30, of: ${list(60, () => '{ country: de }')} } }`)],
  '15,000 days off': () => [
    source(
      'sla/z.yaml',
      `calendars: { z: { zone: Europe/Berlin, hours: { monday: [09:00-17:00] }, holidays: ${list(15_000, () => '2026-12-01')} } }`,
    ),
  ],
  '12,000 opening hours': () => [
    source(
      'sla/z.yaml',
      `calendars: { z: { zone: Europe/Berlin, hours: { monday: ${list(12_000, () => '09:00-17:00')} } } }`,
    ),
  ],
  'a text of 900,000 characters': () => [
    source('vocabulary/z.yaml', `terms: { t: { title: T, means: "${'x '.repeat(450_000)}" } }`),
  ],
  'a letter with 400,000 marks': () => [
    source('vocabulary/z.yaml', `terms: { t: { title: T, means: a${'\u0301\u0323'.repeat(200_000)} } }`),
  ],
  'a letter with 140,000 marks, escaped': () => [
    source('vocabulary/z.yaml', `terms: { t: { title: T, means: "a${'\\u0301\\u0323'.repeat(70_000)}" } }`),
  ],
  'a name of 900,000 characters': () => [
    source('vocabulary/z.yaml', `terms: { ${'x'.repeat(900_000)}: { title: T, means: T } }`),
  ],
  'a line that stands too far in, 8,000 times': () => [
    source(
      'handoff/z.yaml',
      `notify:\ncurrency: EUR\n${'  - { id: tell, on: mql, to: owner, by: [email], says: A lead., shows: [seniority] }\n'.repeat(8_000)}`,
    ),
  ],
  'a list in a mapping, 15,000 times': () => [
    source('handoff/z.yaml', `notify: a\n${'- - - a\n'.repeat(15_000)}`),
  ],
  '4,000 examples': () => [
    source(
      'examples/z.yaml',
      `examples: ${list(4_000, (at) => `{ id: e${at}, as_of: 2026-11-24, lead: {}, expect: {} }`)}`,
    ),
  ],
};
