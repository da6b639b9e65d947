import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Job, root, type Step, workflow } from './runner.ts';

const folder = join(root, '.github/workflows');
const files = readdirSync(folder);

const jobs = (file: string): readonly Job[] => Object.values(workflow(file).jobs);
const steps = (file: string): readonly Step[] => jobs(file).flatMap((job) => job.steps);

describe.each(files)('%s', (file) => {
  test('says at its top what its token may do, and that it may write nothing', () => {
    const { permissions } = workflow(file);
    expect(permissions).toBeDefined();
    expect(JSON.stringify(permissions)).not.toContain('write');
  });

  test('takes every action by its commit, and tells the version', () => {
    const used = readFileSync(join(folder, file), 'utf8').matchAll(/^.*\buses:(.*)$/gm);
    for (const [, action] of used) expect(action).toMatch(/^ [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('leaves no token in a checkout', () => {
    for (const step of steps(file).filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  test('puts nothing into a script but by the environment', () => {
    for (const { run } of steps(file)) expect(run ?? '').not.toContain('${{');
  });

  test('is never started by pull_request_target, and has a time after which it ends', () => {
    expect(Object.keys(workflow(file).on)).not.toContain('pull_request_target');
    for (const job of jobs(file))
      expect(job).toMatchObject({ 'timeout-minutes': expect.any(Number) as number });
  });
});

describe('what runs for a pull request', () => {
  const computing = files.filter((file) => 'pull_request' in workflow(file).on);

  test.each(computing)('%s knows no secret, and may write nothing', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).not.toMatch(/\bsecrets\b|github\.token|: write\b/);
  });

  test('review-post.yml checks out nothing of it, and gives its tokens to the one step that posts', () => {
    const { on, jobs: all } = workflow('review-post.yml');
    expect(on).toEqual({ workflow_run: { workflows: [workflow('review.yml').name], types: ['completed'] } });
    const { permissions, steps: own } = all['post']!;
    expect(permissions).toEqual({
      actions: 'read',
      contents: 'read',
      'pull-requests': 'write',
      statuses: 'write',
    });
    const [checkout] = own;
    expect(Object.keys(checkout?.with ?? {})).not.toContain('ref');
    expect(own.filter(({ env }) => env !== undefined).map(({ name }) => name)).toEqual(['Post']);
  });
});
