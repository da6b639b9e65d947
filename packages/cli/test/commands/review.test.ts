import { describe, expect, test } from 'vitest';
import { repository } from '../repository.ts';
import { run } from '../test-io.ts';

const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', PATH: process.env['PATH'] ?? '' };

describe('a review', { timeout: 60_000 }, () => {
  test('is a comment, annotations and SARIF of the same changes', async () => {
    const { cwd, change } = repository();
    change('sla.yaml', 'within: 1 hour', 'within: 30 minutes');
    change('handoff.yaml', 'title: Inbound desk', "title: 'Inbound @everybody <b> ::error::x'");
    const { code, stdout } = await run(['review', 'main'], { cwd, env });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^<!-- smarketing review -->\n\n\*\*1 breaking change&#58; harder for sales\.\*\* It waits for one of the two teams and for sales\./,
    );
    expect(stdout).not.toMatch(/@everybody|<b>/);

    const { stdout: lines } = await run(['review', 'main', '--format', 'github'], { cwd, env });
    expect(lines).toMatch(
      /^::warning file=agreements\/northwind\/sla\.yaml,line=9,endLine=\d+,title=promise-tightened::The promise “first_call” of sales is due within 30 minutes of working time; before: 1 hour of working time\.%0AHarder for sales\.\n$/,
    );

    const { stdout: sarif } = await run(['review', 'main', '--format', 'sarif'], { cwd, env });
    const { runs } = JSON.parse(sarif) as {
      runs: { results: { ruleId: string; level: string; partialFingerprints: object }[] }[];
    };
    expect(runs[0]?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['promise-tightened', 'warning'],
      ['queue-reworded', 'none'],
    ]);
    expect(runs[0]?.results[0]?.partialFingerprints).toEqual({
      'change/v1': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('of nothing says so', async () => {
    const { cwd } = repository();
    const { stdout } = await run(['review', 'main'], { cwd, env });
    expect(stdout).toContain('**The agreement does not change.**');
  });
});
