import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { answers, type Answered } from './answers.ts';
import type { Known } from './known.ts';

/** Something that goes wrong with calls whose `METHOD path` matches, so many times. */
export interface Fault {
  readonly call: RegExp;
  times?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The call is carried out, and only its answer goes wrong. */
  readonly isDone?: boolean;
  /** No answer comes. */
  readonly isSlow?: boolean;
}

export interface StandIn {
  readonly api: string;
  readonly known: Known;
  readonly faults: Fault[];
  /** `METHOD path` of all calls so far. */
  readonly calls: string[];
  /** The headers with which archives were asked for at the server that holds them. */
  readonly storage: IncomingMessage['headers'][];
}

/** How many items a page has, whatever is asked for. */
const onPage = 2;

/**
 * A server that answers as the documentation of GitHub's REST API says (version 2022-11-28), for what is asked of it here. Archives
 * are on another server, to which it redirects, as GitHub does.
 */
export async function standIn(some: Partial<Known> = {}): Promise<StandIn> {
  const known: Known = {
    pulls: [],
    comments: [],
    reviews: [],
    statuses: [],
    artifacts: [],
    branches: {},
    teams: {},
    ...some,
  };
  const [faults, calls, headers]: [Fault[], string[], IncomingMessage['headers'][]] = [[], [], []];
  const storage = await listening((request, response) => {
    headers.push(request.headers);
    response.end(known.artifacts[Number(request.url?.slice(1))]?.zip);
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const url = new URL(request.url ?? '', 'http://stand-in');
    const call = `${request.method} ${url.pathname}`;
    calls.push(call);
    const fault = faults.find((one) => one.call.test(call) && (one.times ?? 1) > 0);
    if (fault) fault.times = (fault.times ?? 1) - 1;
    const isDone = !fault || fault.isDone;
    const made = isDone && answers(known, { call, url, body, headers: request.headers, storage });
    if (fault) failing(response, fault);
    else if (made) give(response, made, url);
  };
  const server = await listening((request, response) => {
    void answer(request, response);
  });
  return { api: server, known, faults, calls, storage: headers };
}

function failing(response: ServerResponse, { status = 500, headers = {}, body, isSlow }: Fault): void {
  if (isSlow) return;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(
    body ?? JSON.stringify({ message: 'Something is wrong', documentation_url: 'https://docs.github.com' }),
  );
}

function give(
  response: ServerResponse,
  { status = 200, headers = {}, list, key, value }: Answered,
  url: URL,
): void {
  if (!list) {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(value === undefined ? '' : JSON.stringify(value));
    return;
  }
  const page = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(list.length / onPage));
  const items = list.slice((page - 1) * onPage, page * onPage);
  const link = (to: number, rel: string): string => {
    const there = new URL(url);
    there.host = response.req.headers.host ?? '';
    there.searchParams.set('page', String(to));
    return `<${there.href}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(links.length > 0 && { link: links.join(', ') }),
  });
  response.end(JSON.stringify(key === undefined ? items : { total_count: list.length, [key]: items }));
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Readonly<Record<string, unknown>>);
}

/** A server on this machine, which ends with the test. */
async function listening(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server: Server = createServer(handle);
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
