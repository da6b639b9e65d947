import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

export interface Serving {
  /** `http://127.0.0.1:4321/` */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder of built pages on this machine only. Where the port is taken, the next free one is used; `0` lets the
 * system choose.
 *
 * ```ts
 * const { url, close } = await serve('dist');
 * ```
 */
export async function serve(folder: string, port = 4321): Promise<Serving> {
  const root = await realpath(resolve(folder));
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => refuse(response, 500));
  });
  const taken = await listen(server, port);
  return { url: `http://127.0.0.1:${taken}/`, close: () => close(server) };
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405);
  const path = pathOf(url);
  const file = path === null ? null : await fileAt(root, path);
  if (file === null) return refuse(response, 404);
  if (file === 'folder') {
    response.writeHead(308, { location: `${path}/` }).end();
    return;
  }
  const isZipped = isZippable(file) && /\bgzip\b/u.test(String(headers['accept-encoding']));
  const type = types[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
    ...(isZipped && { 'content-encoding': 'gzip' }),
  });
  if (method === 'HEAD') return void response.end();
  const content = createReadStream(file).on('error', () => response.destroy());
  if (isZipped) content.pipe(createGzip()).pipe(response);
  else content.pipe(response);
}

/** Fonts are packed already; all else is text. */
const isZippable = (file: string): boolean => !file.endsWith('.woff2');

/** The decoded path of a request; `null` when it isn't one that a page could have. */
function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/u, 1)[0] ?? '');
    return /^\/(?!\/)/u.test(path) && !/[\0\\]/u.test(path) ? path : null;
  } catch {
    return null;
  }
}

/** The file that a path names, never outside the root; `folder` where the address lacks its last slash. */
async function fileAt(root: string, path: string): Promise<string | null> {
  const named = join(root, path.endsWith('/') ? `${path}index.html` : path);
  if (!isInside(root, named)) return null;
  try {
    const file = await realpath(named);
    if (!isInside(root, file)) return null;
    return (await stat(file)).isDirectory() ? 'folder' : file;
  } catch {
    return null;
  }
}

const isInside = (root: string, file: string) => file === root || file.startsWith(root + sep);

const messages: Readonly<Record<number, string>> = { 404: 'Not found', 405: 'Not allowed', 500: 'Failed' };

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy();
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
    .end(`${messages[status] ?? ''}\n`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    const tryPort = (wanted: number) => server.listen(wanted, '127.0.0.1');
    let wanted = port;
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || port === 0 || wanted >= port + 100) return fail(error);
      wanted += 1;
      tryPort(wanted);
    });
    server.once('listening', () => {
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : wanted);
    });
    tryPort(wanted);
  });
}

const close = (server: Server) =>
  new Promise<void>((done, fail) => {
    server.close((error) => (error ? fail(error) : done()));
    server.closeAllConnections();
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve(join(import.meta.dirname, '..', 'dist'));
  process.stdout.write(`The agreements are at ${url} (stop with Ctrl+C).\n`);
}
