import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Agreement } from '@smarketing/compiler/ir';
import { describe, expect, test } from 'vitest';
import { readCalendar, valueOf } from '../test/calendar/read.ts';
import { builtFiles, builtPages, dist } from './pages.ts';

const textOf = (file: string) => readFileSync(join(dist, file), 'utf8');
const jsonOf = (file: string) => JSON.parse(textOf(file)) as Agreement;

describe.each(['acme', 'starter'])('%s', (name) => {
  const folder = join('../../../packages', `engine-${name}`, 'generated');
  const compiled = jsonOf(join(folder, 'agreement.json'));
  const given = jsonOf(`${name}/agreement.json`);

  test('agreement.json is the compiled agreement without personal values', () => {
    const { people, examples, ...rest } = given;
    expect(given.hash).toBe(compiled.hash);
    expect(Object.keys(given).toSorted()).toEqual(Object.keys(compiled).toSorted());
    expect(rest.stages).toEqual(compiled.stages);
    expect(rest.calendars).toEqual(compiled.calendars);
    expect(people.map(({ id }) => id)).toEqual(compiled.people.map(({ id }) => id));
    expect(people.some((person) => 'name' in person)).toBe(false);
    const personal = compiled.fields.filter((field) => field.personal).map(({ id }) => id);
    expect(personal.length).toBeGreaterThan(0);
    expect(examples.length).toBe(compiled.examples.length);
    expect(examples.flatMap(({ lead }) => Object.keys(lead)).filter((id) => personal.includes(id))).toEqual(
      [],
    );
    expect(JSON.stringify(given)).not.toContain('@gmail');
  });

  test('the schemas are those of its engine', () => {
    for (const schema of ['lead', 'decision', 'explanation']) {
      expect(jsonOf(`${name}/${schema}.schema.json`)).toEqual(jsonOf(join(folder, `${schema}.schema.json`)));
    }
  });

  test('meetings.ics has every meeting', () => {
    const events = readCalendar(textOf(`${name}/meetings.ics`)).inside.filter((one) => one.name === 'VEVENT');
    expect(events.map((event) => valueOf(event, 'UID'))).toEqual(
      compiled.meetings.map(({ id }) => `${name}-${id}@smarketing`),
    );
  });
});

test('llms.txt names every agreement, and what it names is there', () => {
  const links = Array.from(
    textOf('llms.txt').matchAll(/^- \[[^\]]+\]\(\/([^)]*)\): /gmu),
    ([, path]) => path ?? '',
  );
  expect(links).toEqual(expect.arrayContaining(['acme/', 'starter/', 'acme/agreement.json']));
  expect(links.filter((path) => !builtPages.includes(path) && !builtFiles.includes(path))).toEqual([]);
});
