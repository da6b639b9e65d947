import { type Answer, bodyOf, failureOf, isFine, waitOf } from './answer.ts';
import { GitHubFailure } from './failure.ts';

export interface GitHubOptions {
  /** Where the REST API is, such as `https://api.github.com`. */
  readonly api: string;
  readonly token: string;
  readonly fetch: typeof fetch;
  /** Waits for so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
  /** How long one call may take, in milliseconds. */
  readonly timeout?: number;
}

/** GitHub's REST API. Calls that fail for a while are tried again; what fails for good is a `GitHubFailure`. */
export interface GitHub {
  readonly get: (path: string) => Promise<unknown>;
  /** The items of all pages of a list; `key` names the list in answers that are objects. */
  readonly pages: (path: string, key?: string) => Promise<readonly unknown[]>;
  /** Sends something that may be sent twice. */
  readonly send: (method: 'PATCH' | 'POST', path: string, body: object) => Promise<unknown>;
  /** Sends something that must not be done twice: not tried again if it may have worked. */
  readonly sendOnce: (method: 'POST', path: string, body: object) => Promise<unknown>;
  readonly download: (path: string, mostBytes: number) => Promise<Uint8Array>;
}

const most = { attempts: 5, wait: 60_000, pages: 100, bytes: 20_000_000 };

interface Call {
  readonly method: 'GET' | 'PATCH' | 'POST';
  readonly url: string;
  readonly body?: object;
  readonly isOnce?: boolean;
  readonly mostBytes?: number;
}

export function connect(options: GitHubOptions): GitHub {
  const { api } = options;
  const json = async (call: Call): Promise<unknown> => parsed((await answered(call, options)).body, call);
  return {
    get: (path) => json({ method: 'GET', url: `${api}${path}` }),
    pages: (path, key) => allPages(`${api}${path}`, key, options),
    send: (method, path, body) => json({ method, url: `${api}${path}`, body }),
    sendOnce: (method, path, body) => json({ method, url: `${api}${path}`, body, isOnce: true }),
    download: async (path, mostBytes) =>
      (await answered({ method: 'GET', url: `${api}${path}`, mostBytes }, options)).body,
  };
}

/**
 * A path with every value in its place, and nowhere else.
 *
 * ```ts
 * at`/repos/${'acme'}/${'a/b'}`; // '/repos/acme/a%2Fb'
 * ```
 */
export function at(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return texts.reduce((path, text, index) => `${path}${encoded(values[index - 1] ?? '')}${text}`);
}

function encoded(value: string | number): string {
  if (/^\.{0,2}$/.test(String(value))) throw new GitHubFailure('github-refused', 'A name is empty or dots.');
  return encodeURIComponent(String(value).toWellFormed());
}

async function allPages(first: string, key: string | undefined, options: GitHubOptions): Promise<unknown[]> {
  const items: unknown[] = [];
  let url: string | null = first;
  for (let page = 1; url !== null; page += 1) {
    if (page > most.pages) throw new GitHubFailure('github-unreadable', `${first} has too many pages.`);
    const call: Call = { method: 'GET', url };
    const { body, headers } = await answered(call, options);
    const value = parsed(body, call);
    const list = key === undefined ? value : (value as Readonly<Record<string, unknown>> | null)?.[key];
    if (!Array.isArray(list)) throw new GitHubFailure('github-unreadable', `${first} is no list.`);
    items.push(...list);
    url = nextOf(headers.get('link'), url);
  }
  return items;
}

/** The address of the next page, which is never one of another server. */
function nextOf(link: string | null, from: string): string | null {
  const next = /<([^<>]*)>\s*;[^,<]*\brel="next"/.exec(link ?? '')?.[1];
  if (next === undefined) return null;
  const url = new URL(next, from);
  if (url.origin === new URL(from).origin) return url.href;
  throw new GitHubFailure('github-unreadable', 'The next page is one of another server.');
}

function parsed(body: Uint8Array, { method, url }: Call): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    throw new GitHubFailure('github-unreadable', `${method} ${url} is no JSON.`);
  }
}

async function answered(call: Call, options: GitHubOptions): Promise<Exclude<Answer, { status: null }>> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await askedOnce(call, options);
    if (answer.status !== null && isFine(answer)) return answer;
    const failure = failureOf(answer, `${call.method} ${new URL(call.url).pathname}`);
    const wait = waitOf(answer, attempt, options.now());
    const isWorthIt = wait !== null && wait <= most.wait && attempt < most.attempts;
    if (!isWorthIt) throw failure;
    await options.sleep(wait);
    // Whoever asks next whether it worked asks a while later.
    if (call.isOnce && failure.mayHaveWorked) throw failure;
  }
}

async function askedOnce(call: Call, options: GitHubOptions): Promise<Answer> {
  const { method, url, body, mostBytes = most.bytes } = call;
  const { token, fetch, timeout = 15_000 } = options;
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'smarketing',
        'x-github-api-version': '2022-11-28',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeout),
    });
    return { status: response.status, headers: response.headers, body: await bodyOf(response, mostBytes) };
  } catch (error) {
    if (error instanceof GitHubFailure) throw error;
    return { status: null, reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason is known';
  if (error.name === 'TimeoutError') return 'no answer in time';
  return error.cause instanceof Error ? error.cause.message : error.message;
}
