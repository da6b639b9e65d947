import type { IncomingMessage } from 'node:http';
import { type Known, type StoredComment, tokens } from './known.ts';

/** One call, as it came. */
export interface Asked {
  readonly call: string;
  readonly url: URL;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: IncomingMessage['headers'];
  /** Where archives are. */
  readonly storage: string;
}

/** What GitHub answers: a list, of which it gives pages, or a value. */
export interface Answered {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly list?: readonly unknown[];
  readonly key?: string;
  readonly value?: unknown;
}

const repository = '/repos/acme/agreements';
const bot = { login: 'github-actions[bot]', type: 'Bot' };

const notFound = refused(404, 'Not Found');

function refused(status: number, message: string): Answered {
  return {
    status,
    value: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  };
}

type Answer = (known: Known, asked: Asked, parts: readonly string[]) => Answered;

const routes: readonly (readonly [pattern: RegExp, answer: Answer])[] = [
  [/^GET \/pulls$/, (known, { url }) => ({ list: known.pulls.filter((pull) => isOf(pull, url)) })],
  [/^GET \/pulls\/\d+\/reviews$/, (known) => ({ list: known.reviews })],
  [/^GET \/issues\/\d+\/comments$/, (known) => ({ list: known.comments })],
  [/^POST \/issues\/(\d+)\/comments$/, createComment],
  [/^PATCH \/issues\/comments\/(\d+)$/, updateComment],
  [/^GET \/branches\/([^/]+)$/, branchOf],
  [/^POST \/statuses\/([0-9a-f]{40})$/, createStatus],
  [/^GET \/actions\/runs\/(\d+)\/artifacts$/, artifactsOf],
  [/^GET \/actions\/artifacts\/(\d+)\/zip$/, archiveOf],
];

export function answers(known: Known, asked: Asked): Answered {
  const token = asked.headers.authorization?.replace('Bearer ', '');
  if (asked.headers['x-github-api-version'] !== '2022-11-28') return refused(400, 'Which version?');
  if (asked.call.startsWith('GET /orgs/')) return memberOf(known, asked.call, token);
  if (token !== tokens.workflow) return refused(401, 'Bad credentials');
  const call = asked.call.replace(repository, '');
  for (const [pattern, answer] of routes) {
    const found = pattern.exec(call);
    if (found) return answer(known, asked, found.slice(1).map(decodeURIComponent));
  }
  return notFound;
}

function isOf(pull: object, url: URL): boolean {
  const { head, state } = pull as { head: { label: string }; state: string };
  return head.label === url.searchParams.get('head') && state === url.searchParams.get('state');
}

function createComment(known: Known, { body }: Asked): Answered {
  const text = String(body['body']);
  if (text.length > 65_536) return refused(422, 'Validation Failed');
  const id = known.comments.length + 1;
  const made: StoredComment = {
    id,
    body: text,
    user: bot,
    html_url: `https://github.com/acme/agreements/pull/7#issuecomment-${id}`,
  };
  known.comments.push(made);
  return { status: 201, value: made };
}

function updateComment(known: Known, { body }: Asked, [id]: readonly string[]): Answered {
  const there = known.comments.find((comment) => comment.id === Number(id));
  if (!there) return notFound;
  there.body = String(body['body']);
  return { value: there };
}

function branchOf({ branches }: Known, _: Asked, [name = '']: readonly string[]): Answered {
  const sha = branches[name];
  return sha === undefined ? refused(404, 'Branch not found') : { value: { name, commit: { sha } } };
}

function createStatus(known: Known, { body }: Asked, [sha = '']: readonly string[]): Answered {
  if (String(body['description']).length > 140)
    return refused(422, 'description is too long (maximum is 140 characters)');
  known.statuses.push({ ...body, sha });
  return { status: 201, value: { id: known.statuses.length, ...body } };
}

function artifactsOf({ artifacts }: Known, { url }: Asked, [run]: readonly string[]): Answered {
  const list = artifacts.flatMap(({ run: of, name, zip, expired = false }, id) =>
    of === Number(run) && name === url.searchParams.get('name')
      ? [{ id, name, size_in_bytes: zip.byteLength, expired }]
      : [],
  );
  return { list, key: 'artifacts' };
}

function archiveOf({ artifacts }: Known, { storage }: Asked, [id]: readonly string[]): Answered {
  if (!artifacts[Number(id)]) return notFound;
  return { status: 302, headers: { location: `${storage}/${id}` } };
}

/** 404 is also what GitHub says of who is in no such team. */
function memberOf({ teams }: Known, call: string, token: string | undefined): Answered {
  if (token !== tokens.teams) return refused(403, 'Resource not accessible by integration');
  const [, org, team, login = ''] =
    /^GET \/orgs\/([^/]+)\/teams\/([^/]+)\/memberships\/([^/]+)$/.exec(call) ?? [];
  const state = teams[`${org}/${team}`]?.[login];
  return state === undefined ? notFound : { value: { state, role: 'member', url: '' } };
}
