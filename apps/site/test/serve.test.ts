import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Serving } from '../src/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const root = join(folder, 'dist');
let serving: Serving;

beforeAll(async () => {
  mkdirSync(join(root, 'starter'), { recursive: true });
  mkdirSync(join(folder, 'dist-secret'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'dist-secret', 'secret.txt'), 'secret');
  writeFileSync(join(root, 'index.html'), '<p>home');
  writeFileSync(join(root, 'starter', 'index.html'), '<p>starter');
  writeFileSync(join(root, 'font.woff2'), 'font');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
  serving = await serve(root, 0);
});

afterAll(async () => {
  await serving.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Sends the path as it is: `fetch` would tidy it up first. */
const ask = (path: string, method = 'GET'): Promise<Answer> =>
  new Promise((done, fail) => {
    const { hostname, port } = new URL(serving.url);
    request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', fail)
      .end();
  });

test('serves pages and files with their types', async () => {
  expect(await ask('/')).toMatchObject({
    status: 200,
    body: '<p>home',
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
  expect(await ask('/starter/?a=b')).toMatchObject({ status: 200, body: '<p>starter' });
  expect(await ask('/font.woff2')).toMatchObject({ status: 200, headers: { 'content-type': 'font/woff2' } });
  expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('packs texts for whoever takes them packed, and fonts never', async () => {
  const asks = { headers: { 'accept-encoding': 'gzip' } };
  const page = await fetch(serving.url, asks);
  expect(page.headers.get('content-encoding')).toBe('gzip');
  expect(await page.text()).toBe('<p>home');
  expect((await fetch(`${serving.url}font.woff2`, asks)).headers.get('content-encoding')).toBeNull();
  expect((await ask('/')).headers).not.toHaveProperty('content-encoding');
});

test('adds the last slash', async () => {
  expect(await ask('/starter')).toMatchObject({ status: 308, headers: { location: '/starter/' } });
});

test.each([
  '/missing',
  '/missing/',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/../dist-secret/secret.txt',
  '/starter/../../secret.txt',
  '//etc/passwd',
  '/link.txt',
  '/%00',
  '/%',
  '/font.woff2/',
  'http://elsewhere.example/',
])('refuses %s', async (path) => {
  const { status, body } = await ask(path);
  expect(status).toBe(404);
  expect(body).not.toContain('secret');
});

test('refuses to write', async () => {
  expect(await ask('/', 'POST')).toMatchObject({ status: 405 });
});

test('takes the next port where one is taken', async () => {
  const port = Number(new URL(serving.url).port);
  const other = await serve(root, port);
  expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
  await other.close();
});
