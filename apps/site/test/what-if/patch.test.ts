import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, readAgreementFolder } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import { amended, applySettings, type Model, modelOf, readSetting, ruleNumbers } from '@smarketing/simulator';
import { describe, expect, onTestFinished, test } from 'vitest';
import { placesOf } from '../../src/lib/what-if/places.ts';
import { privateLines } from '../../src/lib/what-if/private-lines.ts';
import { unifiedDiff } from '../../src/what-if/patch.ts';
import { commandOf, patchOf } from '../../src/what-if/propose.ts';

const root = join(import.meta.dirname, '../../../..');

function compiled(folder: string, name: string): Agreement {
  const [files = []] = readAgreementFolder(join(folder, 'agreements', name));
  const [agreement, found] = compile(files, { name, today: '2026-11-26', proofs: false });
  if (!agreement) throw new Error(found.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return agreement;
}

const moved = (value: number) => Math.round(value * 0.8 * 100) / 100;

/** Every number that a setting may change, each a little moved. */
function movedNumbers(model: Model): readonly string[] {
  const forecast = model.parameters.map(({ id, unit, value }) => {
    if (unit === 'share') return `${id}=${moved(value / 100)}%`;
    if (unit === 'ms') return `${id}=${Math.round(moved(value / 60_000))} minutes`;
    return `${id}=${unit === 'people' || unit === 'times' ? value + 1 : moved(unit === 'money' ? value / 100 : value)}`;
  });
  const clocks = model.clocks.map(
    ({ id, within_ms: within }) => `${id}.within=${within / 60_000 + 90} minutes`,
  );
  // All borders go up together, so that no band is empty.
  const rules = model.rules.map(({ name, value }) => `${name}=${value + 1}`);
  return [...forecast, ...clocks, ...rules];
}

const comments = (text: string) => text.match(/#.*$/gmu);

describe.each(['acme', 'starter'])('the patch of %s', (name) => {
  const agreement = compiled(root, name);
  const model = modelOf(agreement);
  const settings = movedNumbers(model);
  const places = placesOf(
    agreement,
    model,
    settings.map((text) => text.slice(0, text.indexOf('='))),
  );

  test('makes of the files the agreement that was simulated, and leaves every comment', () => {
    const { diff, without } = patchOf(model, places, settings);
    // How often, where the author leaves it out: there is no number to change.
    expect(without.filter((text) => !/^[a-z_]+\.times=2$/u.test(text))).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), 'what-if-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    cpSync(join(root, 'agreements', name), join(folder, 'agreements', name), { recursive: true });
    execFileSync('git', ['apply', '-'], { cwd: folder, input: diff });
    const patched = compiled(folder, name);
    const asked = settings.filter((text) => !without.includes(text)).map((text) => readSetting(model, text));
    expect(ruleNumbers(patched)).toEqual(ruleNumbers(amended(agreement, asked)));
    const simulated = applySettings(model, asked);
    const { parameters, clocks } = modelOf(patched);
    expect(parameters).toEqual(simulated.parameters);
    expect(clocks).toEqual(simulated.clocks);
    for (const file of Object.keys(places.sources)) {
      const read = (at: string) => comments(readFileSync(join(at, 'agreements', name, file), 'utf8'));
      expect(read(folder)).toEqual(read(root));
    }
  });

  test('of one number changes its line alone', () => {
    const one = settings.find((text) => text.startsWith('accepting.rate=')) ?? '';
    const { diff } = patchOf(model, places, [one]);
    expect(diff.match(/^[-+](?![-+])/gmu)).toHaveLength(2);
    expect(diff).toMatch(
      new RegExp(
        `^--- a/agreements/${name}/forecast.yaml\n\\+\\+\\+ b/agreements/${name}/forecast.yaml\n@@ `,
        'u',
      ),
    );
  });

  test('shows no line with a condition on a personal field, but those of its own numbers', () => {
    const own = new Set(
      Object.values(places.edits).flatMap((edits) => edits.map(({ file, line }) => `${file}:${line}`)),
    );
    for (const [file, lines] of Object.entries(places.sources)) {
      const secret = privateLines(agreement, file);
      expect(
        Object.keys(lines).filter((line) => secret.has(Number(line)) && !own.has(`${file}:${line}`)),
      ).toEqual([]);
    }
  });
});

const edit = (line: number, from: number, text: string) =>
  ({ file: 'f.yaml', line, from, until: from + 1, what: 'value', text }) as const;

test('lines that are not known are no context, and two numbers of a line are one change', () => {
  const lines = { 2: 'b', 3: 'c: { x: 1, ä: 2 }', 5: 'e', 9: 'y: 3' };
  expect(unifiedDiff('a', { 'f.yaml': lines }, [edit(3, 9, '10'), edit(3, 15, '20'), edit(9, 4, '4')])).toBe(
    '--- a/a/f.yaml\n+++ b/a/f.yaml\n@@ -2,2 +2,2 @@\n b\n-c: { x: 1, ä: 2 }\n+c: { x: 10, ä: 20 }\n@@ -9,1 +9,1 @@\n-y: 3\n+y: 4\n',
  );
});

test('what a shell would read as more than a word is quoted', () => {
  expect(commandOf('acme', ['a.takes=2 hours', "b=$(rm) 'x'"])).toContain(
    String.raw`--set 'a.takes=2 hours' --set 'b=$(rm) '\''x'\''' --compare acme`,
  );
});
