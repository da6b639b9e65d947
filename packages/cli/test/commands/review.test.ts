import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Commented, type MadeForecast, readReviewFile } from '@smarketing/review';
import { describe, expect, test } from 'vitest';
import { repository } from '../repository.ts';
import { run, temporaryFolder } from '../test-io.ts';

const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', PATH: process.env['PATH'] ?? '' };

const root = join(import.meta.dirname, '../../../..');

/** The agreement `starter` before a change of one of its files, and after. */
function starter(file: string, from: string, to: string): { cwd: string; versions: [string, string] } {
  const cwd = temporaryFolder();
  for (const side of ['before', 'after'])
    cpSync(join(root, 'agreements/starter'), join(cwd, side, 'starter'), { recursive: true });
  const path = join(cwd, 'after/starter', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  return { cwd, versions: ['before/starter', 'after/starter'] };
}

describe('a review', { timeout: 60_000 }, () => {
  test('is a comment, annotations, SARIF and data of the same changes', async () => {
    const { cwd, change } = repository();
    change('sla.yaml', 'within: 1 hour', 'within: 30 minutes');
    change('handoff.yaml', 'title: Inbound desk', "title: 'Inbound @everybody <b> ::error::x'");
    const ran = await run(['review', 'main', '--out', 'written'], { cwd, env });
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(join(cwd, 'written')).toSorted()).toEqual([
      'annotations.txt',
      'review.json',
      'review.md',
      'review.sarif',
    ]);
    const text = (name: string): string => readFileSync(join(cwd, 'written', name), 'utf8');

    expect(text('review.md')).toMatch(
      /^<!-- smarketing review -->\n\n\*\*1 breaking change&#58; harder for sales\.\*\* It waits for sales\./,
    );
    expect(text('review.md')).not.toMatch(/@everybody|<b>/);
    expect(text('annotations.txt')).toMatch(
      /^::warning file=agreements\/northwind\/sla\.yaml,line=9,endLine=\d+,title=promise-tightened::The promise “first_call” of sales is due within 30 minutes of working time; before: 1 hour of working time\.%0AHarder for sales\.\n$/,
    );

    const { runs } = JSON.parse(text('review.sarif')) as {
      runs: { results: { ruleId: string; level: string; partialFingerprints: object }[] }[];
    };
    expect(runs[0]?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['promise-tightened', 'warning'],
      ['queue-reworded', 'none'],
    ]);
    expect(runs[0]?.results[0]?.partialFingerprints).toEqual({
      'change/v1': expect.stringMatching(/^[0-9a-f]{64}$/),
    });

    const read = readReviewFile(text('review.json'));
    expect(read).toEqual({ file: JSON.parse(text('review.json')) });
  });

  test('of nothing says so', async () => {
    const { cwd } = repository();
    const { stdout } = await run(['review', 'main'], { cwd, env });
    expect(stdout).toContain('**The agreement does not change.**');
    const onTerminal = await run(['review', 'main'], { cwd, env, isTTY: true });
    expect(onTerminal.stdout).toContain('Nothing changes: both versions say the same.');
    expect(onTerminal.stdout).toContain('Nobody has to agree.');
  });

  test('asks both teams about an agreement that is new and about one that is gone, and names one with errors', async () => {
    const { cwd, change, git } = repository();
    const [old, fresh] = ['northwind', 'southwind'].map((name) => join(cwd, 'agreements', name));
    cpSync(old!, join(cwd, 'agreements/broken'), { recursive: true });
    git('add', '-A');
    git('commit', '-q', '-m', 'Another');
    change('../broken/sla.yaml', 'within: 1 hour', 'within: soon');
    renameSync(old!, fresh!);
    const { code, stdout, stderr } = await run(['review', 'HEAD', '--format', 'json'], { cwd, env });
    expect(code).toBe(1);
    expect(stderr).toContain('agreements/broken/sla.yaml:13:13  error  bad-duration');
    const { agreements, failed } = JSON.parse(stdout) as {
      agreements: { review: { changes: { kind: string }[] }; approvals: { waitsFor: string[] } }[];
      failed: string[];
    };
    expect(failed).toEqual(['agreements/broken']);
    const both = ['marketing', 'sales'];
    expect(agreements.map(({ review, approvals }) => [review.changes[0]?.kind, approvals.waitsFor])).toEqual([
      ['agreement-added', both],
      ['agreement-removed', both],
    ]);
  });

  test('forecasts both versions with the same luck, and begins with a promise that would be broken', async () => {
    const { cwd, versions } = starter('sla.yaml', 'within: 8 hours', 'within: 5 minutes');
    const { code, stdout } = await run(
      ['review', ...versions, '--runs', '4', '--pool', '500', '--format', 'json'],
      { cwd },
    );
    expect(code).toBe(0);
    const [reviewed] = (JSON.parse(stdout) as { agreements: Commented[] }).agreements;
    const { forecast } = reviewed as { forecast: MadeForecast };
    expect(forecast).toMatchObject({ kind: 'made', weeks: 26, runs: 4, seed: 1, assumesOtherwise: false });
    expect(forecast.broken.map(({ promise, by }) => [promise, by])).toEqual([['answer', 'sales']]);
    expect(forecast.broken[0]?.ways?.within_ms).toBeGreaterThan(300_000);
    const kept = forecast.rows.find(({ id }) => id === 'kept.answer');
    expect(kept?.clear).toBe(true);
    expect(kept?.change?.p95).toBeLessThan(0);
    const untouched = forecast.rows.find(({ id }) => id === 'entered.mql');
    expect(untouched).toMatchObject({ clear: false, change: { mean: 0, p5: 0, p95: 0 } });
  });

  test.each([
    ['sla.yaml', 'title: ', 'title: Our ', [], 'None is needed: nothing changes'],
    ['sla.yaml', 'within: 1 hour', 'within: 30 minutes', ['--no-forecast'], undefined],
  ])('makes no forecast where none is needed or wanted', async (file, from, to, flags, says) => {
    const { cwd, versions } = starter(file, from, to);
    const { stdout } = await run(['review', ...versions, ...flags], { cwd });
    expect(stdout).toContain('### What changes');
    expect(stdout).not.toContain('### Forecast');
    expect(stdout.includes('<summary>Forecast</summary>')).toBe(says !== undefined);
    expect(stdout).toContain(says ?? '### To merge');
  });

  test('replays the leads of an export, and tells of none of them', async () => {
    const { cwd, versions } = starter(
      'funnel.yaml',
      'lead_score: { at_least: 60 }',
      'lead_score: { at_least: 40 }',
    );
    const leads = join(root, 'samples/starter-leads.csv');
    const flags = ['--no-forecast', '--leads', leads, '--as-of', '2026-11-24'];
    const { stdout } = await run(['review', ...versions, ...flags, '--format', 'json'], { cwd });
    const read = readReviewFile(stdout);
    if ('problem' in read) throw new Error(read.problem);
    const told = read.file.agreements[0]?.replay;
    expect(told?.leads).toBeGreaterThan(10);
    // They are some, and fewer than five.
    expect(told?.changed).toBeNull();
    expect(told?.outside).toBe('none');
    const { stdout: lines } = await run(['review', ...versions, ...flags, '--format', 'pretty'], { cwd });
    expect(lines).toMatch(/^starter\n1 notable change: harder for sales\.\n/);
    expect(lines).toMatch(/^Exact: which leads are decided differently$/m);
    expect(lines).toMatch(/^Replayed: the leads of an export, decided by both versions\n {2}\d+ leads/m);
    const { stdout: comment } = await run(['review', ...versions, ...flags], { cwd });
    expect(comment).toContain('### Replayed: the leads of an export, decided by both versions');
    expect(stdout + lines + comment).not.toMatch(/S-\d{3}|lead\d{3}/);
    const unread = await run(['review', ...versions, '--no-forecast', '--leads', 'none.csv'], { cwd });
    expect(unread).toMatchObject({ code: 2, stdout: '' });
  });
});
