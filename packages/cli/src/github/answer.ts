import { type GitHubCode, GitHubFailure } from './failure.ts';

/** What came back of one call: an answer, or why there is none. */
export type Answer =
  | { readonly status: number; readonly headers: Headers; readonly body: Uint8Array }
  | { readonly status: null; readonly reason: string };

/** A body that is longer is not read to its end. */
export async function bodyOf(response: Response, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > mostBytes) throw new GitHubFailure('github-unreadable', 'The answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function isFine({ status }: Answer): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** How long to wait before the same is tried again, in milliseconds; `null` if that would not help. */
export function waitOf(answer: Answer, attempt: number, now: number): number | null {
  const backoff = 1000 * 2 ** (attempt - 1);
  if (answer.status === null || answer.status >= 500) return backoff;
  return isLimited(answer) ? limitedFor(answer.headers, now) : null;
}

/** GitHub says 403 or 429 for its limits, and 403 for what is forbidden too. */
function isLimited(answer: Answer): answer is Exclude<Answer, { status: null }> {
  if (answer.status === null) return false;
  const { status, headers } = answer;
  if (status === 429) return true;
  return status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0');
}

function limitedFor(headers: Headers, now: number): number {
  const after = wholeNumber(headers.get('retry-after'));
  if (after !== null) return after * 1000;
  const reset = headers.get('x-ratelimit-remaining') === '0' && wholeNumber(headers.get('x-ratelimit-reset'));
  return reset ? Math.max(0, reset * 1000 - now) : 60_000;
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
}

/** What an answer that is not fine means. */
export function failureOf(answer: Answer, call: string): GitHubFailure {
  if (answer.status === null)
    return new GitHubFailure('github-unreachable', `${call}: ${answer.reason}`, true);
  const { status, body } = answer;
  const says = `${call}: ${status} ${messageOf(body)}`;
  return new GitHubFailure(codeOf(answer, status), says, status >= 500);
}

function codeOf(answer: Answer, status: number): GitHubCode {
  if (isLimited(answer)) return 'github-rate-limited';
  if (status === 401 || status === 403) return 'github-forbidden';
  if (status === 404) return 'github-not-found';
  return status >= 500 ? 'github-failing' : 'github-refused';
}

function messageOf(body: Uint8Array): string {
  try {
    const { message } = JSON.parse(Buffer.from(body).toString('utf8')) as { message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}
