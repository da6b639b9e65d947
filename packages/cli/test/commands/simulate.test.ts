import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { northwind } from '../fixtures.ts';
import { run } from '../test-io.ts';

const cwd = join(import.meta.dirname, '../../../..');
const small = ['--runs', '3', '--weeks', '4', '--threads', '1', '--pool', '500'];

describe('simulate', () => {
  test('shows the funnel, promises, desks and goals', { timeout: 60_000 }, async () => {
    const { code, stdout, stderr } = await run(['simulate', 'starter', ...small], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^starter: 4 weeks from 2026-10-01\n3 runs with seed 1; 500 leads/);
    for (const block of [
      'Funnel',
      'Promises',
      'Desks',
      'Goals',
      'Where leads leave',
      'What matters most for revenue',
    ])
      expect(stdout).toMatch(new RegExp(`^${block}`, 'm'));
    expect(stdout).toMatch(/^ {2}Customer +\d+/m);
    const says = 'Contact each new SQL within one working hour\\. \\(first_call of sales\\)';
    expect(stdout).toMatch(new RegExp(`^ {2}${says}\\n {4}.*, promised 90%: `, 'm'));
    expect(stdout).toMatch(/^ {2}Lead to Recycled +\d/m);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('draws bars behind the stages where the terminal has room', { timeout: 60_000 }, async () => {
    const { stdout } = await run(['simulate', 'starter', ...small], { cwd, columns: 120 });
    expect(stdout).toMatch(/^ {2}Visitor .* days +█{24}$/m);
    expect(stdout).toMatch(/^ {2}Customer .* █$/m);
  });

  test('tells programs the same on one and two threads, and what changes', { timeout: 120_000 }, async () => {
    const json = ['--format', 'json', '--runs', '6', '--weeks', '4', '--pool', '500'];
    const one = await run(['simulate', 'starter', ...json, '--threads', '1'], { cwd });
    const two = await run(['simulate', 'starter', ...json, '--threads', '2'], { cwd });
    expect(two.stdout).toBe(one.stdout);
    const { breaks_first: first } = JSON.parse(one.stdout) as { breaks_first: { volume: number } };
    expect(first.volume).toBeGreaterThan(1);
    const set = ['--set', 'volume=300%', '--compare', 'starter'];
    const pair = await run(['simulate', 'starter', ...small, ...set], { cwd });
    expect(pair.stdout).toMatch(/^ {2}Visitor +[\d,]+ → [\d,]+ {2}\+[\d,]+ \(\+[\d,]+ to \+[\d,]+\)$/m);
    expect(pair.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('compares with a commit', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulate-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    cpSync(join(cwd, 'agreements/starter'), join(folder, 'agreements/starter'), { recursive: true });
    const git = (...args: readonly string[]): void => {
      const who = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
      execFileSync('git', [...who, ...args], { cwd: folder });
    };
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'Agree');
    const forecast = join(folder, 'agreements/starter/forecast.yaml');
    writeFileSync(
      forecast,
      readFileSync(forecast, 'utf8').replace('people: 2, per_person: 20', 'people: 1, per_person: 12'),
    );
    const { stdout } = await run(['simulate', 'starter', ...small, '--compare', 'main'], { cwd: folder });
    expect(stdout).toMatch(/^Load of desks\n {2}Sales desk +\d+% → \d+% {2}\+[\d.]+ pp \(/m);
    expect(stdout).toMatch(/^No clear change$/m);
    const unknown = await run(['simulate', 'starter', ...small, '--compare', 'nowhere'], { cwd: folder });
    expect(unknown.code).toBe(2);
  });

  test('writes a table', { timeout: 60_000 }, async () => {
    const { stdout } = await run(['simulate', 'starter', ...small, '--format', 'csv'], { cwd });
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('outcome,unit,week,mean,p5,p25,p50,p75,p95');
    expect(lines.filter((line) => line.startsWith('entered.visitor,leads,'))).toHaveLength(5);
  });

  test('tells what other points and another threshold change', { timeout: 120_000 }, async () => {
    const set = ['--set', 'mql_by_score.lead_score=20', '--set', 'can_decide.points=40'];
    const { stdout } = await run(['simulate', 'starter', ...small, ...set, '--compare', 'starter'], { cwd });
    expect(stdout).toMatch(/^ {2}Marketing-qualified lead \(MQL\) +[\d,]+ → [\d,]+ /m);
    expect(stdout).not.toMatch(/^ {2}Lead {2}/m);
  });

  test.each([
    [['--set', 'can_decid.points=4'], 'Did you mean `can_decide.points`?'],
    [['--set', 'luck=1'], 'and the points, bands and thresholds of scores.'],
    [['--set', 'can_decide.points=1.5'], 'can_decide.points cannot be 1.5: it must be a whole number.'],
    [['--set', 'luck=1'], 'There is no number called luck.'],
    [['--set', 'desk.people=99999'], 'desk.people cannot be 99,999: it must be from 0 to 10,000.'],
    [['--runs', '0'], '--runs cannot be 0.'],
    [['--weeks', '1000'], '--weeks cannot be 1000.'],
    [['--pool', '1'], '--pool cannot be 1.'],
  ])('%j is refused', async (flags, message) => {
    const { code, stdout, stderr } = await run(['simulate', 'starter', ...flags], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('an agreement without a forecast is told what is missing', async () => {
    const { code, stderr } = await run(['simulate'], { cwd: northwind });
    expect(code).toBe(2);
    expect(stderr).toContain('does not say how many leads come');
  });
});
