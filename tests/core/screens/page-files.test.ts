import { afterAll, beforeAll, expect, test } from 'vitest';

import { rawHttp } from '#tests/support/raw-http.ts';
import { type ScreensRig, startScreensRig } from '#tests/support/screens-rig.ts';

let rig: ScreensRig;
beforeAll(async () => {
  rig = await startScreensRig();
});
afterAll(() => rig.close());

const get = (path: string, method = 'GET') =>
  rawHttp(rig.port, `${method} ${path}`, [`Host: 127.0.0.1:${rig.port}`]);

test('pages come with their type and a strict policy', async () => {
  const answer = await get('/anchor/');
  expect(answer.status).toBe(200);
  expect(answer.body).toContain('<title>anchor</title>');
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
  });
  const policy = answer.headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${rig.port}`);
  expect(policy).not.toMatch(/unsafe|\*/);
});

test('files with a hash in their name may be kept', async () => {
  const answer = await get('/desk/assets/main-1a2b.js');
  expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(answer.headers['cache-control']).toContain('immutable');
});

test.each([
  '/outside.js',
  '/desk/../outside.js',
  '/desk/%2e%2e/outside.js',
  '/desk/..%2foutside.js',
  '/desk/..%5coutside.js',
  '/desk/%252e%252e/outside.js',
  '/desk/..%00/outside.js',
  '/../test.sqlite',
  '//etc/passwd',
  '/desk/%',
  '/desk/notes.secret',
  '/desk/assets/',
  '/desk/assets',
  '/desk/missing.js',
  `/desk/${'a'.repeat(5_000)}.js`,
  'http://evil.example/desk/',
  '*',
])('%s is not served', async (path) => {
  const answer = await get(path);
  expect([400, 403, 404]).toContain(answer.status);
  expect(answer.body).not.toContain('not a page');
});

test('pages are only read', async () => {
  const headers = [`Host: 127.0.0.1:${rig.port}`, `Origin: http://127.0.0.1:${rig.port}`];
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'POST']) {
    const answer = await rawHttp(rig.port, `${method} /desk/`, headers);
    expect(answer.status).toBe(405);
  }
  const head = await get('/desk/', 'HEAD');
  expect(head.status).toBe(200);
  expect(head.body).toBe('');
});

test('an icon nobody has is no error', async () => {
  expect((await get('/favicon.ico')).status).toBe(204);
});

test('the root leads to the desk', async () => {
  const answer = await get('/');
  expect(answer.status).toBe(302);
  expect(answer.headers['location']).toBe('/desk/');
});

test('the desktop app serves second screens only, once asked to', async () => {
  const app = await startScreensRig({ hostKind: 'app', deskPort: null });
  try {
    expect(app.screens.pages()).toBeNull();
    expect(app.slice().listen).toBeNull();
    const offer = await app.offer('anchor');
    const port = app.screens.pages()?.port ?? 0;
    expect(offer.typedUrl).toBe(`http://127.0.0.1:${port}/anchor/`);
    const host = [`Host: 127.0.0.1:${port}`];
    expect((await rawHttp(port, 'GET /anchor/', host)).status).toBe(200);
    expect((await rawHttp(port, 'GET /desk/', host)).status).toBe(404);
    const token = `Authorization: Bearer ${app.screens.cliToken()}`;
    expect((await rawHttp(port, 'POST /desk-link', [...host, token])).status).toBe(403);
    await app.screens.closeListening();
    expect(app.screens.pages()).toBeNull();
    await expect(rawHttp(port, 'GET /anchor/', host)).rejects.toThrow('ECONNREFUSED');
  } finally {
    await app.close();
  }
});
