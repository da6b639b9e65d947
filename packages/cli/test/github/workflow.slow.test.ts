import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { reviewOf } from '../report/review/sample.ts';
import { repository, type Repository } from '../repository.ts';
import { type Ran, run, temporaryFolder } from '../test-io.ts';
import { tokens } from './known.ts';
import { type RanJob, runJob, workflow } from './runner.ts';
import { standIn, type StandIn } from './stand-in.ts';

const quiet = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

/** A pull request that changes `northwind`, from a branch or from a fork. */
interface Proposed {
  readonly origin: Repository;
  readonly base: string;
  readonly server: StandIn;
  readonly head: () => string;
  /** Changes the agreement once more, as its author would push it. */
  readonly push: (from: string, to: string) => void;
}

async function proposed(kind: 'branch' | 'fork'): Promise<Proposed> {
  const origin = repository();
  const base = origin.git('rev-parse', 'HEAD').trim();
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const server = await standIn({
    branches: { main: base },
    teams: { 'northwind/sales': { sam: 'active' }, 'northwind/marketing': { mia: 'active' } },
  });
  let head = '';
  const push = (from: string, to: string): void => {
    origin.git('checkout', '-q', head === '' ? base : head);
    origin.change('sla.yaml', from, to);
    head = origin.commit('Call sooner');
    // A fork's commits are in the repository under the name of the pull request only.
    origin.git('update-ref', 'refs/pull/7/head', head);
    if (kind === 'branch') origin.git('branch', '-f', 'sooner', head);
    origin.git('checkout', '-q', 'main');
    const { pull_request } = payload(kind, 'pull_request', { base, head }) as { pull_request: object };
    server.known.pulls.splice(0, 1, pull_request);
  };
  push('within: 1 hour', 'within: 30 minutes');
  return { origin, base, server, head: () => head, push };
}

function payload(kind: string, event: string, { base, head }: { base: string; head: string }): object {
  const text = readFileSync(join(import.meta.dirname, 'fixtures', `${kind}.${event}.json`), 'utf8');
  return JSON.parse(text.replaceAll('$BASE', base).replaceAll('$HEAD', head)) as object;
}

/** What `actions/checkout` leaves: a clone with all branches, at a commit. */
function checkedOut({ cwd }: Repository, ref: string): string {
  const folder = temporaryFolder();
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', args, { cwd: folder, env: { ...process.env, ...quiet }, stdio: 'ignore' });
  git('clone', '-q', '--no-local', cwd, '.');
  git('fetch', '-q', 'origin', `${ref}:refs/remotes/pull/7`);
  git('checkout', '-q', 'refs/remotes/pull/7');
  return folder;
}

function compute(kind: string, { origin, base, head }: Proposed): Promise<RanJob> {
  const event = payload(kind, 'pull_request', { base, head: head() });
  return runJob(workflow('review.yml').jobs['compute']!, {
    workspace: checkedOut(origin, 'refs/pull/7/head'),
    context: { github: { event, token: 'a token that only reads' }, secrets: {} },
    env: quiet,
  });
}

const secrets = { SMARKETING_TEAMS_TOKEN: tokens.teams };

function postJob(kind: string, { origin, base, server, head }: Proposed): Promise<RanJob> {
  const event = payload(kind, 'workflow_run', { base, head: head() });
  return runJob(workflow('review-post.yml').jobs['post']!, {
    workspace: checkedOut(origin, 'refs/heads/main'),
    context: { github: { event, token: tokens.workflow }, secrets },
    env: { ...quiet, GITHUB_API_URL: server.api },
  });
}

/** The same command in this process, for a later run. */
async function postAgain(kind: string, change: Proposed, runNumber: number, secret = true): Promise<Ran> {
  const { origin, base, server, head } = change;
  const event = payload(kind, 'workflow_run', { base, head: head() }) as { workflow_run: object };
  Object.assign(event.workflow_run, { run_number: runNumber });
  const cwd = checkedOut(origin, 'refs/heads/main');
  writeFileSync(join(cwd, 'event.json'), JSON.stringify(event));
  const env = {
    ...quiet,
    PATH: process.env['PATH'] ?? '',
    GITHUB_TOKEN: tokens.workflow,
    GITHUB_API_URL: server.api,
    ...(secret && secrets),
  };
  return run(['post', '--event', 'event.json'], { cwd, env, fetch });
}

function review(login: string, commit: string): object {
  return { user: { login }, state: 'APPROVED', commit_id: commit, body: '' };
}

describe('the two workflows', { timeout: 120_000 }, () => {
  test.each(['branch', 'fork'] as const)('review a pull request of a %s', async (kind) => {
    const change = await proposed(kind);
    const { server } = change;

    const computed = await compute(kind, change);
    expect(computed).toMatchObject({ code: 0, stderr: '' });
    expect(computed.stdout).toMatch(/^::warning file=agreements\/northwind\/sla\.yaml,line=9,/);
    expect(computed.summary).toMatch(/^<!-- smarketing review -->\n\n\*\*1 breaking change/);
    server.known.artifacts.push({ run: 30, name: 'review', zip: computed.artifacts.get('review')! });

    const posted = await postJob(kind, change);
    expect(posted).toMatchObject({ code: 0, stderr: '' });
    expect(posted.stdout).toMatch(
      /^#7: comment created \(https:.*\); approvals: pending, Waits for sales\.\n$/,
    );
    const [comment] = server.known.comments;
    expect(comment?.body).toMatch(
      `<!-- smarketing review 5.1 ${change.head()} -->\n\n**1 breaking change&#58; harder for sales.** It waits for sales.`,
    );
    expect(comment?.body).not.toContain('without a forecast');
    expect(server.known.statuses).toEqual([
      {
        sha: change.head(),
        state: 'pending',
        context: 'approvals',
        description: 'Waits for sales.',
        target_url: comment?.html_url,
      },
    ]);
  });

  test('an approval is for what was seen: it lasts until something else is proposed', async () => {
    const change = await proposed('fork');
    const { server } = change;
    const state = (): unknown => server.known.statuses.at(-1);
    // Of the author, of the other team, and of a commit that is gone: none of them counts.
    const gone = 'd'.repeat(40);
    server.known.reviews.push(
      review('ann', change.head()),
      review('mia', change.head()),
      review('sam', gone),
    );
    await postAgain('fork', change, 6);
    expect(state()).toMatchObject({ state: 'pending', description: 'Waits for sales.' });
    expect(server.known.comments[0]?.body).toContain('&#64;&#8203;ann proposed the change');

    server.known.reviews.push(review('sam', change.head()));
    await postAgain('fork', change, 7, false);
    expect(state()).toMatchObject({
      state: 'error',
      description: 'It is not known who belongs to @northwind/marketing and @northwind/sales.',
    });
    await postAgain('fork', change, 8);
    expect(state()).toMatchObject({ state: 'success', description: 'Everybody who must agree has agreed.' });
    expect(server.known.comments).toHaveLength(1);
    expect(server.known.comments[0]?.body).toContain('Sales: &#64;&#8203;sam |');

    change.push('within: 30 minutes', 'within: 20 minutes');
    const { stdout } = await postAgain('fork', change, 9);
    expect(stdout).toMatch(/^#7: comment updated/);
    expect(state()).toMatchObject({ sha: change.head(), state: 'pending', description: 'Waits for sales.' });
  });

  test('the rules are those of the branch as it is now, not of where the head parted from it', async () => {
    const change = await proposed('branch');
    const { origin, server } = change;
    server.known.reviews.push(review('sam', change.head()));
    origin.change('agreement.yaml', '@northwind/sales', '@northwind/sales-leads');
    server.known.branches['main'] = origin.commit('Let the leads of sales approve');
    await postAgain('branch', change, 6);
    expect(server.known.statuses[0]).toMatchObject({ state: 'pending', description: 'Waits for sales.' });
    expect(server.known.comments[0]?.body).toContain('&#64;&#8203;sam does not speak for a team');
  });

  test('a version with errors fails, and nothing of it is printed', async () => {
    const change = await proposed('fork');
    change.push('within: 30 minutes', 'within: "soon\\n::error::x"');
    const ran = await postAgain('fork', change, 6);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^#7: .*agreements\/northwind has errors.*\n$/);
    expect(change.server.known.statuses[0]).toMatchObject({ state: 'failure' });
    expect(change.server.known.comments[0]?.body).toContain('**agreements/northwind has errors, so that');
  });

  test('what fails for a while and what others write is got over', async () => {
    const change = await proposed('branch');
    const { server } = change;
    const eve = { login: 'eve', type: 'User' };
    const said = ['Nice', `<!-- smarketing review 99.1 ${change.head()} -->\n\nApproved`, 'Nice', 'Nice'];
    server.known.comments.push(...said.map((body, id) => ({ id, body, user: eve, html_url: '' })));
    server.faults.push(
      { call: /^GET .*pulls$/, status: 502 },
      { call: /^GET .*reviews$/, status: 429, headers: { 'retry-after': '2' } },
      { call: /^GET .*comments$/, status: 403, headers: { 'retry-after': '1' } },
      { call: /^POST .*comments$/, status: 504, isDone: true },
      { call: /^POST .*statuses/, status: 500, times: 2 },
    );
    expect(await postAgain('branch', change, 6)).toMatchObject({ code: 0, stderr: '' });
    expect(server.known.comments.map(({ user }) => user.login)).toEqual([
      ...said.map(() => 'eve'),
      'github-actions[bot]',
    ]);
    expect(server.known.statuses).toMatchObject([{ state: 'pending' }]);
  });

  test('what a run left is not believed', async () => {
    const change = await proposed('fork');
    const { server } = change;
    const own = {
      ...reviewOf({ text: 'Only commas change.', waitsFor: [] }),
      folder: 'agreements/northwind',
    };
    const forged = { version: 1, agreements: [own], failed: [] };
    server.known.artifacts.push({
      run: 30,
      name: 'review',
      zip: zipSync({ 'review.json': strToU8(JSON.stringify(forged)) }),
    });
    const { code } = await postAgain('fork', change, 6);
    expect(code).toBe(0);
    expect(server.known.comments[0]?.body).toContain('came to another result than what stands');
    expect(server.known.comments[0]?.body).not.toContain('Only commas change');
    expect(server.known.statuses[0]).toMatchObject({ state: 'pending', description: 'Waits for sales.' });
  });

  test('a run of a commit that is no longer the last one posts nothing', async () => {
    const change = await proposed('branch');
    const before = change.head();
    change.push('within: 30 minutes', 'within: 20 minutes');
    const old = { ...change, head: () => before };
    expect(await postAgain('branch', old, 6)).toEqual({
      code: 0,
      stdout: 'Nothing to post: no open pull request ends in this commit.\n',
      stderr: '',
    });
    expect(change.server.calls.every((call) => call.startsWith('GET'))).toBe(true);
  });

  test('the status is set where the comment is refused, and the command fails with a code', async () => {
    const change = await proposed('branch');
    change.server.faults.push({ call: /^POST .*comments$/, status: 403 });
    const { code, stderr } = await postAgain('branch', change, 6);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^error: GitHub does not let this token do that \(github-forbidden\): POST .*: 403 Something/,
    );
    expect(change.server.known.statuses).toHaveLength(1);
  });
});
