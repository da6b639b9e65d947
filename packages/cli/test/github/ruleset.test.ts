import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../test-io.ts';
import { root } from './runner.ts';

/** As far as it is asked for here: it tells the number of a team, and keeps what is sent. */
const gh = `#!/bin/sh
case "$2" in
  orgs/smarketing/teams/marketing-leads) echo 101 ;;
  orgs/smarketing/teams/sales-leads) echo 102 ;;
  orgs/smarketing/teams/maintainers) echo 103 ;;
  *) echo "$@" > "$SENT.call"; cat > "$SENT" ;;
esac
`;

test('the documented command sends the ruleset, with the numbers of the teams', () => {
  const folder = temporaryFolder();
  const sent = join(folder, 'sent.json');
  writeFileSync(join(folder, 'gh'), gh, { mode: 0o755 });
  const docs = readFileSync(join(root, 'docs/github.md'), 'utf8');
  const [, command = ''] = /```sh\n([\s\S]*?)```/.exec(docs) ?? [];
  execFileSync('bash', ['-euo', 'pipefail', '-c', command], {
    cwd: root,
    env: { SENT: sent, PATH: [folder, process.env['PATH']].join(delimiter) },
  });
  expect(readFileSync(`${sent}.call`, 'utf8')).toBe(
    'api --method POST repos/smarketing/smarketing/rulesets --input -\n',
  );
  const { rules, ...ruleset } = JSON.parse(readFileSync(sent, 'utf8')) as {
    rules: { type: string; parameters?: object }[];
  };
  expect(ruleset).toMatchObject({ enforcement: 'active', target: 'branch', bypass_actors: [] });
  const of = (type: string): object | undefined => rules.find((rule) => rule.type === type)?.parameters;
  // 15368 is the app GitHub Actions: persons and other apps cannot set the status.
  expect(of('required_status_checks')).toMatchObject({
    strict_required_status_checks_policy: true,
    required_status_checks: [{ context: 'approvals', integration_id: 15_368 }],
  });
  expect(of('pull_request')).toMatchObject({
    // An approval stays, bound to what was seen; GitHub must not drop it.
    dismiss_stale_reviews_on_push: false,
    required_reviewers: [
      { reviewer: { type: 'Team', id: 101 }, file_patterns: ['agreements/**'], minimum_approvals: 0 },
      { reviewer: { type: 'Team', id: 102 }, file_patterns: ['agreements/**'], minimum_approvals: 0 },
      { reviewer: { type: 'Team', id: 103 }, minimum_approvals: 1 },
    ],
  });
});
