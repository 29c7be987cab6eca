import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createSecretFile, PLAIN_CIPHER, type SecretCipher } from '#core/secrets/secret-file.ts';
import { testPorts } from '#tests/support/test-ports.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A key ring with one key; texts sealed with another one stay shut. */
function keyRing(key: string): SecretCipher {
  return {
    protection: 'system',
    seal: (text) => Promise.resolve(Buffer.from(`${key}|${text}`).toString('base64')),
    unseal(sealed) {
      const [by, text] = Buffer.from(sealed, 'base64').toString().split('|');
      return Promise.resolve(by === key ? (text ?? null) : null);
    },
  };
}

async function open(cipher: SecretCipher) {
  const { logger, lines } = testPorts();
  const secrets = createSecretFile(folder, cipher, logger);
  await secrets.open();
  return { secrets, lines };
}

const written = (): string => readFileSync(join(folder, 'secrets.json'), 'utf8');

describe('a secret', () => {
  test('is there again after a restart, in a file that only this user can read', async () => {
    const first = await open(PLAIN_CIPHER);
    expect(first.secrets.read('a')).toEqual({ state: 'absent' });
    expect(await first.secrets.put('a', 'word 词')).toMatchObject({ ok: true });
    expect(first.secrets.protection).toBe('file');
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    const second = await open(PLAIN_CIPHER);
    expect(second.secrets.read('a')).toEqual({ state: 'ready', text: 'word 词' });
  });

  test('is gone for good when it was removed, and others stay', async () => {
    const { secrets } = await open(PLAIN_CIPHER);
    await secrets.put('a', 'one');
    await secrets.put('b', 'two');
    await secrets.remove('a');
    await secrets.remove('never there');
    expect(secrets.read('a')).toEqual({ state: 'absent' });
    expect((await open(PLAIN_CIPHER)).secrets.read('b')).toEqual({ state: 'ready', text: 'two' });
    expect(written()).not.toContain(Buffer.from('one').toString('base64'));
  });

  test('sealed by a key ring that changed is unreadable, not absent, and can be replaced', async () => {
    await (await open(keyRing('old'))).secrets.put('a', 'one');
    const { secrets, lines } = await open(keyRing('new'));
    expect(secrets.read('a')).toEqual({ state: 'unreadable' });
    expect(lines).toMatchObject([{ event: 'secret_unreadable', fields: { name: 'a' } }]);
    await secrets.put('a', 'two');
    expect(secrets.read('a')).toEqual({ state: 'ready', text: 'two' });
  });

  test('of a key ring is unreadable where there is none', async () => {
    await (await open(keyRing('k'))).secrets.put('a', 'one');
    expect((await open(PLAIN_CIPHER)).secrets.read('a')).toEqual({ state: 'unreadable' });
  });

  test('that was kept without a key ring is sealed once there is one', async () => {
    await (await open(PLAIN_CIPHER)).secrets.put('a', 'one');
    const { secrets } = await open(keyRing('k'));
    expect(secrets.read('a')).toEqual({ state: 'ready', text: 'one' });
    expect(JSON.parse(written())).toMatchObject({ secrets: { a: { protection: 'system' } } });
  });

  test('that cannot be sealed is refused, and the one before it is kept', async () => {
    const { secrets } = await open({ ...PLAIN_CIPHER, seal: () => Promise.resolve(null) });
    expect(await secrets.put('a', 'one')).toMatchObject({ error: { code: 'secret_unwritable' } });
    expect(secrets.read('a')).toEqual({ state: 'absent' });
  });

  test('that cannot be written is refused', async () => {
    const { secrets, lines } = await open(PLAIN_CIPHER);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file is in the way');
    expect(await secrets.put('a', 'one')).toMatchObject({ error: { code: 'secret_unwritable' } });
    expect(secrets.read('a')).toEqual({ state: 'absent' });
    expect(lines).toMatchObject([{ event: 'secrets_unwritable' }]);
  });
});
