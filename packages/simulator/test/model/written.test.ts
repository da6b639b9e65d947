import { join } from 'node:path';
import { compile, formatDiagnostic, readAgreementFolder } from '@smarketing/compiler';
import { expect, test } from 'vitest';
import { modelOf } from '../../src/model/model.ts';
import { referenceEngine } from '../../src/pool/engine.ts';
import { resultsOf } from '../../src/results/results.ts';
import { simulate } from '../../src/simulate.ts';
import { poolOf } from '../support/simple.ts';
import { agreements } from '../support/starter.ts';

/** What is written beside the starter's own promises and assumptions. */
const promises = `promises:
  persistence:
    by: sales
    says: Try each SQL twice within three days.
    attempts: { of: first_contact, at_least: 2, within: 3 days, starts: sql, stops: [ruled_out] }
    kept_for: 50%
    per: month
`;
const assumptions = `assumptions:
  reaching:
    kind: activity
    event: first_contact
    after: sql
    share: { value: 90%, low: 85%, high: 95% }
    times: { value: 3, low: 2, high: 4 }
    takes: 30 minutes
    every: 1 day
    effort: 3 minutes
    source: Call log
`;

test('what is written of attempts is simulated, and told with what it rests on', () => {
  const [files = []] = readAgreementFolder(join(agreements, 'starter'));
  const inFolder = files.map((file) => ({
    ...file,
    name: file.name.replace(/^(sla|forecast)\.yaml$/, '$1/own.yaml'),
  }));
  const more = { 'sla/more.yaml': promises, 'forecast/more.yaml': assumptions };
  const all = [
    ...inFolder,
    ...Object.entries(more).map(([name, text]) => ({ name, path: name, text })),
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const [agreement, found] = compile(all, { name: 'starter', today: '2026-11-26', proofs: false });
  expect(found.map((one) => formatDiagnostic(one, all, { color: false }))).toEqual([]);
  const model = modelOf(agreement!, { weeks: 12, warmUpWeeks: 2 });
  expect(model.gaps).toEqual([]);

  const pool = poolOf(model, referenceEngine(agreement!), 400);
  const batch = simulate(model, { pool, seed: 1, runs: 20 })!;
  const results = resultsOf(model, batch, { seed: 1, pool: pool.size });
  expect(results.promises.find(({ id }) => id === 'persistence')).toMatchObject({
    kind: 'attempts',
    outcome: 'kept.persistence',
    promised: 0.5,
  });
  // Nine in ten are called, and of these all that are called twice, 1 - exp(-2), where the lead stays so long.
  const kept = results.outcomes.find(({ id }) => id === 'kept.persistence')!.all!;
  expect(kept.mean).toBeGreaterThan(0.5);
  expect(kept.mean).toBeLessThan(0.9 * (1 - Math.exp(-2)) + 0.02);
  expect(results.parameters.map(({ id }) => id)).toContain('reaching.times');
  expect(results.influences.map(({ parameter }) => parameter)).toContain('reaching.share');
  // The contact is what the activity says now, no longer the beginning of work.
  expect(model.clocks.find(({ id }) => id === 'first_call')).toMatchObject({ by_work: false });
});
