import { expect, test } from 'vitest';
import { changedNorthwind, northwind } from '../fixtures.ts';
import { run } from '../test-io.ts';

test('examples that hold are counted, and what none of them reaches is named', async () => {
  expect(await run(['test'], { cwd: northwind })).toEqual({
    code: 0,
    stdout: `✓ agreements/northwind  2 examples
  examples reach all of 1 promise
  examples reach 2 of 3 scoring rules, not reader
  examples reach 1 of 10 transitions, not mql_by_demo, enter_sql, enter_customer, enter_lost, back_from_recycled, stale_lead, stale_mql, stale_sql and 1 more
  examples reach 0 of 2 routes, not known_owner, big

2 passed
`,
    stderr: '',
  });
});

test('a failing example shows what it says, what came out, and the ledger', async () => {
  const cwd = changedNorthwind(
    'examples/basics.yaml',
    ['scores: { fit: 45 }', 'scores: { fit: 55 }'],
    ['queue: inbound', 'queue: enterprise'],
    ['due: 2026-11-24 11:00', 'due: 2026-11-24 12:00'],
    ['reasons: [mid_size, home_market]', 'reasons: [mid_size, mql_by_demo]'],
  );
  expect(await run(['test', 'northwind'], { cwd })).toEqual({
    code: 1,
    stderr: '',
    stdout: `✗ agreements/northwind  2 examples, 1 failed

✗ fits  agreements/northwind/examples/basics.yaml:2:5
  A company of the right size in our market is an MQL.

                  expected                   got
  fit             55                         45
  queue           enterprise                 inbound
  first_call due  2026-11-24T12:00:00+01:00  2026-11-24T11:00:00+01:00
  reasons         mql_by_demo                not among them

  +25  mid_size
  +20  home_market
  ───
   45  fit

  scores: fit 45
  reasons: mid_size, home_market, mql_by_fit, routing_otherwise

1 failed, 1 passed
`,
  });
});

test('what should not have happened is told', async () => {
  const cwd = changedNorthwind(
    'examples/basics.yaml',
    ['not_reasons: [reader]', 'not_reasons: [mid_size]'],
    ['route: none, promises: { first_call: none }', 'route: big, notices: []'],
    ['{ state: running, due: 2026-11-24 11:00 }', 'none'],
  );
  const { code, stdout } = await run(['test'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(/reasons +not mid_size +among them/);
  expect(stdout).toMatch(/route +big +none/);
  expect(stdout).toMatch(/first_call +none +running/);
});

test('an agreement with errors does not run', async () => {
  const cwd = changedNorthwind('scoring.yaml', ['country: [de, fr]', 'country: [de, frr]']);
  const { code, stdout, stderr } = await run(['test'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain('unknown-option');
  expect(stdout).toContain('✗ agreements/northwind  has errors, so its examples did not run');
});
