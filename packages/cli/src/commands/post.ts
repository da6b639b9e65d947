import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Writable } from 'node:stream';
import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { downloadReview } from '../github/artifact.ts';
import { connect, type GitHub } from '../github/client.ts';
import { postTo } from '../github/post-to.ts';
import { findPulls } from '../github/pulls.ts';
import { read, workflowRunEvent } from '../github/shapes.ts';
import { type Io, write } from '../io.ts';

export interface PostOptions {
  /** The event of the run, as GitHub gives it to a workflow. */
  readonly event?: string;
  /** The account that comments. */
  readonly author?: string;
}

/**
 * Posts the review of a pull request: one comment, and the commit status `approvals`. What is proved, who must agree and who has
 * is found here, from the commits as data; of what the run of the pull request left only what agrees with it is shown.
 */
export async function post(
  { event: file, author = 'github-actions[bot]' }: PostOptions,
  io: Io,
): Promise<number> {
  const event = eventIn(file ?? wanted('GITHUB_EVENT_PATH', io), io);
  const github = gitHub(wanted('GITHUB_TOKEN', io), io);
  const pulls = await findPulls(github, event);
  if (pulls.length === 0)
    await write(io, 'stdout', 'Nothing to post: no open pull request ends in this commit.\n');
  else {
    const computed = await downloadReview(github, event);
    const teamsToken = io.env['SMARKETING_TEAMS_TOKEN'];
    const teams = teamsToken ? gitHub(teamsToken, io) : undefined;
    const posting = { github, teams, event, author, computed, server: serverOf(io), io: withoutErrors(io) };
    for (const pull of pulls) {
      const said = await postTo(pull, posting);
      await write(io, 'stdout', `#${pull.number}: ${said}\n`);
    }
  }
  return exit.fine;
}

/** What is wrong in the files of a pull request is not printed: a runner takes some lines for commands, and this one is trusted. */
function withoutErrors(io: Io): Io {
  return { ...io, stderr: new Writable({ write: (_chunk, _encoding, done) => done() }) };
}

function gitHub(token: string, { env, fetch, sleep, now }: Io): GitHub {
  const api = (env['GITHUB_API_URL'] ?? 'https://api.github.com').replace(/\/+$/, '');
  return connect({ api, token, fetch, sleep, now });
}

function serverOf({ env }: Io): { readonly server: string; readonly token: string } {
  return { server: env['GITHUB_SERVER_URL'] ?? 'https://github.com', token: env['GITHUB_TOKEN'] ?? '' };
}

function eventIn(file: string, { cwd }: Io): ReturnType<typeof workflowRunEvent.parse> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(resolve(cwd, file), 'utf8'));
  } catch {
    throw new CannotRun(`${file} cannot be read as an event of GitHub.`, 'See: smarketing post --help');
  }
  return read(workflowRunEvent, value, 'the event, which must be a workflow_run');
}

function wanted(name: string, { env }: Io): string {
  const value = env[name];
  if (value) return value;
  throw new CannotRun(
    `${name} is not set.`,
    'This command is for a workflow of GitHub Actions: see smarketing post --help.',
  );
}
