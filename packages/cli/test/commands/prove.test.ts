import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changedNorthwind, northwind } from '../fixtures.ts';
import { run } from '../test-io.ts';

const today = ['--today', '2026-11-24'];

/** A rule that decides nothing: the threshold is 40, and no other rules leave just so little to it. */
const idleRule = (): string => changedNorthwind('scoring.yaml', ['cap: 15', 'cap: 10']);

/** A lead of one person that asks for a demo: lost by one line, and an MQL by another. */
const leak = (): string =>
  changedNorthwind('funnel.yaml', [
    ', any: [{ employees: missing }, { employees: { at_least: 2 } }] } }',
    ' } }',
  ]);

describe('of an agreement', () => {
  test('the answer comes first, then what is proved by topic, and how far scores go', async () => {
    expect(await run(['prove', ...today], { cwd: northwind })).toEqual({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(
        /^agreements\/northwind\nProved for [\d,]+ kinds of lead: no lead leaks\.\n\n✓ No lead leaks +\d+ proved {2}\w/,
      ),
    });
    const { stdout } = await run(['prove', 'northwind', ...today], { cwd: northwind });
    expect(stdout).toMatch(/\n✓ Nothing is dead +\d+ proved/);
    expect(stdout).toMatch(/\n✓ Scores +\d+ proved.*\n {4}✓ fit lies between 0 and 60\.\n/);
    expect(stdout).not.toContain('Personas');
    expect(stdout).not.toContain('Such as');
  });

  test('what is refuted stands in full: the lead, the place and what to do', async () => {
    const { code, stdout } = await run(['prove', ...today], { cwd: leak() });
    expect(code).toBe(1);
    expect(stdout).toMatch(/\nLeads leak: 1 of \d+ statements about it does not hold\.\n/);
    expect(stdout).toMatch(/\n✗ No lead leaks +\d+ proved, 1 refuted\n/);
    expect(stdout).toMatch(
      /✗ enter_lost and back_from_recycled never take one lead from recycled to\n {6}different stages\.\n {6}Not so for a lead with .*employees 1,/,
    );
    expect(stdout).toMatch(/\n {6}agreements\/northwind\/funnel\.yaml:31:5 {2}transitions-disagree\n {6}Add/);
  });

  test('what no lead can show is told by its finding', async () => {
    const { code, stdout } = await run(['prove', ...today], { cwd: idleRule() });
    expect(code).toBe(1);
    expect(stdout).toContain('no lead leaks.');
    expect(stdout).toMatch(
      /✗ Nothing is dead +\d+ proved, 1 refuted\n {4}✗ reader decides about some lead\.\n/,
    );
    expect(stdout).toContain('rule-without-effect');
  });

  test('what both teams accept is waived, with their reason', async () => {
    const cwd = idleRule();
    addTo(
      cwd,
      'agreement.yaml',
      `waivers:
  - { finding: rule-without-effect, of: reader, because: Kept for the next version., until: 2027-01-31 }
`,
    );
    const { code, stdout } = await run(['prove', ...today], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /~ Nothing is dead +\d+ proved, 1 waived\n {4}~ reader decides about some lead\.\n/,
    );
    expect(stdout).toContain('Waived until 2027-01-31: Kept for the next version.');
    const checked = await run(['check', ...today], { cwd });
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(checked.stdout).toMatch(/^✓ agreements\/northwind {2}1 waived · .* · no lead leaks \(proved\)\n$/);
  });

  test('assertions are listed one by one', async () => {
    const cwd = changedNorthwind('scoring.yaml');
    addTo(
      cwd,
      'agreement.yaml',
      `assertions:
  - { id: nobody_small, says: A company of one person is never an MQL by its size., never: { becomes: mql, employees: 1 } }
  - { id: customers_only, says: Nobody becomes a customer., never: { becomes: customer } }
`,
    );
    const { code, stdout } = await run(['prove', ...today], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ Assertions +\d proved, \d refuted\n/);
    expect(stdout).toMatch(/ {4}[✓✗] A company of one person is never an MQL by its size\.\n/);
    expect(stdout).toMatch(/ {4}✗ Nobody becomes a customer\.\n {6}Not so for a lead with /);
  });

  test('--verbose shows every statement with its lead, the cheapest ways and the fields that decide', async () => {
    const { code, stdout } = await run(['prove', '--verbose', ...today], { cwd: northwind });
    expect(code).toBe(0);
    expect(stdout).toMatch(/ {4}✓ Some lead becomes Mql\.\n {6}Such as a lead with /);
    expect(stdout).toMatch(
      /\nThe cheapest ways\n {4}To Mql by the rule mql_by_fit, with 0 events of the lead:\n/,
    );
    expect(stdout).toMatch(/\(300 invented leads, seed\n?\s?1\)\n {4}\w+ +\d+ of 300\n/);
  });

  test('lines fit the terminal', async () => {
    const { stdout } = await run(['prove', '--verbose', ...today], { cwd: leak() });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('--format json is the whole report', async () => {
    const { code, stdout } = await run(['prove', '--format', 'json', ...today], { cwd: leak() });
    expect(code).toBe(1);
    const { agreements } = JSON.parse(stdout) as { agreements: Record<string, unknown>[] };
    expect(agreements).toEqual([
      expect.objectContaining({
        agreement: 'northwind',
        kinds: expect.stringMatching(/^\d+$/),
        no_lead_leaks: false,
        properties: expect.arrayContaining([
          expect.objectContaining({
            topic: 'leaks',
            standing: 'refuted',
            file: 'funnel.yaml',
            line: 31,
            finding: expect.objectContaining({ code: 'transitions-disagree' }),
            witness: expect.objectContaining({ lead: expect.objectContaining({ employees: 1 }) }),
          }),
        ]),
      }),
    ]);
  });

  test('an agreement with other errors is not proved', async () => {
    const cwd = changedNorthwind('scoring.yaml', ['country: [de, fr]', 'country: [de, frr]']);
    const { code, stdout, stderr } = await run(['prove', ...today], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('unknown-option');
  });
});

describe('a question', () => {
  test('is proved', async () => {
    const { code, stdout } = await run(['prove', 'never: { becomes: mql, stage: lost }', ...today], {
      cwd: northwind,
    });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `✓ Proved  agreements/northwind
    never: { becomes: mql, stage: lost }
  It holds of every lead.
`,
    });
  });

  test('is refuted by a lead, in words and as an example', async () => {
    const { code, stdout } = await run(['prove', 'never: { becomes: customer }', ...today], {
      cwd: northwind,
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^✗ Refuted {2}agreements\/northwind\n {4}never: \{ becomes: customer \}\n {2}It does not hold of a lead with /,
    );
    expect(stdout).toMatch(/\n {2}- id: from_a_proof_1\n {4}says: .*\n {4}as_of: .*\n/);
    expect(stdout).toContain('expect: { stage: customer, route: none }');
  });

  test('keeps that lead as an example, which passes', async () => {
    const cwd = changedNorthwind('scoring.yaml');
    const path = join(cwd, 'agreements/northwind/examples/from_proofs.yaml');
    const ask = (question: string, id: string) =>
      run(['prove', question, '--add-example', id, ...today], { cwd });
    const first = await ask('never: { becomes: customer }', 'becomes_a_customer');
    expect(first.stdout).toContain('Added to agreements/northwind/examples/from_proofs.yaml');
    await ask('never: { queue: enterprise }', 'goes_to_enterprise');
    expect(readFileSync(path, 'utf8').match(/^ {2}- id: .*$/gm)).toEqual([
      '  - id: becomes_a_customer',
      '  - id: goes_to_enterprise',
    ]);
    const tested = await run(['test', ...today], { cwd });
    expect(tested).toMatchObject({ code: 0, stdout: expect.stringContaining('4 passed') });
    expect(await ask('never: { queue: enterprise }', 'goes_to_enterprise')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('has an example goes_to_enterprise already'),
    });
  });

  test('that is proved leaves nothing to keep', async () => {
    const cwd = changedNorthwind('scoring.yaml');
    const { code } = await run(
      ['prove', 'never: { becomes: mql, stage: lost }', '--add-example', 'x', ...today],
      { cwd },
    );
    expect(code).toBe(0);
    expect(existsSync(join(cwd, 'agreements/northwind/examples/from_proofs.yaml'))).toBe(false);
  });

  test('that cannot be read is told with its place', async () => {
    const { code, stdout, stderr } = await run(['prove', 'nver: { becomes: mql }', ...today], {
      cwd: northwind,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^question:1:1 {2}error {2}unknown-key\n[\s\S]*\^\^\^\^[\s\S]*Did you mean `never`\?/,
    );
  });

  test('can be answered for programs', async () => {
    const { stdout } = await run(['prove', 'never: { becomes: customer }', '--format', 'json', ...today], {
      cwd: northwind,
    });
    expect(JSON.parse(stdout)).toMatchObject({
      agreement: 'northwind',
      verdict: 'refuted',
      example: expect.stringContaining('- id: from_a_proof_1'),
    });
  });

  test('is what --agreement and --add-example go with', async () => {
    expect(await run(['prove', '--agreement', 'northwind'], { cwd: northwind })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--agreement goes with a question.'),
    });
    expect(
      await run(['prove', 'never: { becomes: mql }', '--add-example', 'A b'], { cwd: northwind }),
    ).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('An example cannot be called A b.'),
    });
  });
});

function addTo(cwd: string, file: string, text: string): void {
  appendFileSync(join(cwd, 'agreements/northwind', file), text);
}
