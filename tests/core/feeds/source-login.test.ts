import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Core } from '#core/core.ts';
import { SourceLogins } from '#core/feeds/source-logins.ts';
import { parseTwitchLogin } from '#core/feeds/twitch/login.ts';
import { createSecretFile, PLAIN_CIPHER } from '#core/secrets/secret-file.ts';
import { startCore } from '#core/start-core.ts';
import type { Source } from '#shared/model/source.ts';
import { MAIN_ROOM, RigScreen, settled } from '#tests/support/core-rig.ts';
import { memorySecrets, testPorts, type TestPorts } from '#tests/support/test-ports.ts';
import { startTwitchChatServer, type TwitchChatServer } from '#tests/support/twitch-chat-server.ts';

const NAME = 'cuedesk_operator';
const TOKEN = 'r1ght2oken3r1ght4oken5r1ght6ok';
const WRONG = 'wr0ng2oken3wr0ng4oken5wr0ng6ok';
const ANONYMOUS = 'PASS SCHMOOPIIE';
/** Twice the longest wait before another attempt. */
const LONG_MS = 60_000;

let folder = '';
let ports: TestPorts;
let core: Core;
let desk: RigScreen;
let server: TwitchChatServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-login-'));
  server = await startTwitchChatServer({
    channels: ['linxia_live'],
    accounts: new Map([[NAME, TOKEN]]),
  });
  await start();
  await desk.must('show.create', { title: 'Linen', origin: 'live', currency: 'CNY' });
  const { sourceId } = await desk.must('source.add', {
    connector: 'twitch-irc',
    channel: 'linxia_live',
    address: server.url,
  });
  await until((source) => source.id === sourceId && source.link === 'ready');
});
afterEach(async () => {
  await core.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  const own = testPorts();
  ports = { ...own, secrets: createSecretFile(folder, PLAIN_CIPHER, own.logger) };
  core = await startCore(
    {
      dataFolder: folder,
      hostKind: 'test',
      version: '0.0.0',
      pagesFolder: null,
      sqliteBinding: null,
      deskPort: null,
      storeWorker: null,
    },
    ports,
  );
  desk = new RigScreen(core, 'desk', MAIN_ROOM, null, `desk-${folder.slice(-6)}-${Math.random()}`);
  desk.hello();
}

async function until(isSo: (source: Source) => boolean): Promise<Source> {
  for (;;) {
    ports.clock.advance(0);
    await settled();
    const source = desk.slice('sources').sources[0];
    if (source !== undefined && isSo(source)) return source;
  }
}

const passes = (): readonly string[] => server.received.filter((line) => line.startsWith('PASS'));
const sourceId = () => desk.slice('sources').sources[0]?.id ?? 0;
const login = (name: string, token: string) =>
  desk.run('source.setLogin', { sourceId: sourceId() as Source['id'], name, token });

test('without a token it listens anonymously; with one it logs in, and without again when removed', async () => {
  expect(passes()).toEqual([ANONYMOUS]);
  expect(await login(` @${NAME.toUpperCase()} `, ` oauth:${TOKEN} `)).toMatchObject({ ok: true });
  await until(({ link, login: now }) => link === 'ready' && now?.state === 'named');
  expect(passes()).toEqual([ANONYMOUS, `PASS oauth:${TOKEN}`]);
  expect(server.received).toContain(`NICK ${NAME}`);
  expect(desk.slice('sources').sources[0]?.login).toEqual({ state: 'named', name: NAME });
  await desk.must('source.removeLogin', { sourceId: sourceId() as Source['id'] });
  await until(({ link, login: now }) => link === 'ready' && now?.state === 'anonymous');
  expect(passes().at(-1)).toBe(ANONYMOUS);
});

test('a wrong token fails once and for good, with a reason, until another one is entered', async () => {
  expect(await login(NAME, WRONG)).toMatchObject({ ok: true });
  const failed = await until(({ link }) => link === 'failed');
  expect(failed).toMatchObject({ reason: 'token_refused', nextAttemptTs: null });
  const tries = passes().length;
  ports.clock.advance(LONG_MS);
  await settled();
  expect(passes()).toHaveLength(tries);
  expect(await login(NAME, TOKEN)).toMatchObject({ ok: true });
  await until(({ link }) => link === 'ready');
  expect(passes().at(-1)).toBe(`PASS oauth:${TOKEN}`);
});

test('an account that is not there is the same to the operator', async () => {
  expect(await login('nobody_here', TOKEN)).toMatchObject({ ok: true });
  expect(await until(({ link }) => link === 'failed')).toMatchObject({ reason: 'token_refused' });
});

test('a restart logs in again', async () => {
  await login(NAME, TOKEN);
  await until(({ link, login: now }) => link === 'ready' && now?.state === 'named');
  await core.close();
  const before = passes().length;
  await start();
  await until(({ link }) => link === 'ready');
  expect(passes().slice(before)).toEqual([`PASS oauth:${TOKEN}`]);
});

test('the token is in its own file alone: in no store, log, frame or screen', async () => {
  await login(NAME, TOKEN);
  await until(({ link, login: now }) => link === 'ready' && now?.state === 'named');
  server.broadcast(':ann!ann@ann.tmi.twitch.tv PRIVMSG #linxia_live :hello');
  await server.receipt();
  ports.clock.advance(1_000);
  await settled();
  expect(desk.events().map(({ kind }) => kind)).toContain('chat');
  await core.close();
  const forms = [TOKEN, Buffer.from(TOKEN).toString('base64')];
  expect(forms.filter((form) => JSON.stringify(desk.frames).includes(form))).toEqual([]);
  expect(forms.filter((form) => JSON.stringify(ports.lines).includes(form))).toEqual([]);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  const telling = files.filter((name) => {
    const bytes = readFileSync(join(folder, name)).toString('latin1');
    return bytes.includes(TOKEN) || unsealedTexts(bytes).some((text) => text.includes(TOKEN));
  });
  expect(files).toContain('cuedesk.sqlite');
  expect(telling).toEqual(['secrets.json']);
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('removing the source removes its token', async () => {
  await login(NAME, TOKEN);
  await desk.must('source.remove', { sourceId: sourceId() as Source['id'] });
  expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toMatchObject({
    secrets: {},
  });
});

test('a malformed login is refused before anything is kept or sent', async () => {
  for (const [name, token, what] of [
    ['a', TOKEN, 'name'],
    ['name with spaces', TOKEN, 'name'],
    [NAME, 'short', 'token'],
    [NAME, `${TOKEN}\r\nJOIN #other`, 'token'],
  ] as const) {
    expect(await login(name, token)).toEqual({
      ok: false,
      error: { code: 'login_invalid', params: { what } },
    });
  }
  expect(passes()).toEqual([ANONYMOUS]);
});

test('a token goes to this machine or over an encrypted line, and to no other source', async () => {
  const logins = new SourceLogins(memorySecrets());
  const row = { id: 1, connector: 'twitch-irc', channel: 'linxia_live' };
  for (const address of ['ws://chat.example/', 'ws://192.168.1.2:80', 'not an address']) {
    expect(await logins.put({ ...row, address }, NAME, TOKEN)).toMatchObject({
      error: { code: 'login_needs_encryption' },
    });
  }
  expect(await logins.put({ ...row, address: 'wss://chat.example/' }, NAME, TOKEN)).toMatchObject({
    ok: true,
  });
  expect(logins.read({ ...row, address: 'wss://chat.example/' })).toEqual({
    name: NAME,
    token: TOKEN,
  });
  // The same id in a store that was put back from a backup.
  expect(logins.read({ ...row, address: 'wss://evil.example/' })).toBeNull();
  expect(logins.read({ ...row, channel: 'other', address: 'wss://chat.example/' })).toBeNull();
  expect(logins.view({ ...row, connector: 'simulator', address: null })).toBeNull();
});

test.each([
  ['oauth:', false],
  [`OAuth:${TOKEN}`, true],
  [TOKEN, true],
  [`${TOKEN} x`, false],
  ['', false],
])('token %j is taken: %s', (token, isTaken) => {
  expect(parseTwitchLogin(NAME, token).ok).toBe(isTaken);
});

/** Every run of base64 in a text, decoded. */
function unsealedTexts(text: string): readonly string[] {
  return (text.match(/[A-Za-z0-9+/]{40,}={0,2}/g) ?? []).map((part) =>
    Buffer.from(part, 'base64').toString('latin1'),
  );
}
