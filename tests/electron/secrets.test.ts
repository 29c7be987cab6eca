import { describe, expect, test } from 'vitest';

import { FromCore, ToCore } from '#electron/core-messages.ts';
import { createMainCipher } from '#electron/main-cipher.ts';
import { protectionOf } from '#electron/secret-protection.rules.ts';

describe('what guards secrets is said as it is', () => {
  test.each([
    ['linux', true, 'gnome_libsecret', 'system'],
    ['linux', true, 'kwallet6', 'system'],
    ['linux', true, 'basic_text', 'file'],
    ['linux', true, 'unknown', 'file'],
    ['linux', true, null, 'file'],
    ['linux', false, 'gnome_libsecret', 'file'],
    ['darwin', true, null, 'system'],
    ['darwin', false, null, 'file'],
    ['win32', true, null, 'system'],
  ] as const)('%s, available %s, backend %s: %s', (platform, isAvailable, backend, expected) => {
    expect(protectionOf(platform, isAvailable, backend)).toBe(expected);
  });
});

describe('the core asks the main process', () => {
  test('and each answer reaches its own question, whatever their order', async () => {
    const asked: FromCore[] = [];
    const ring = createMainCipher((message) => void asked.push(FromCore.parse(message)));
    const sealed = ring.cipher.seal('one');
    const opened = ring.cipher.unseal('dHdv');
    const failed = ring.cipher.unseal('eA==');
    expect(asked).toEqual([
      { type: 'secret', id: 1, work: 'seal', data: 'one' },
      { type: 'secret', id: 2, work: 'unseal', data: 'dHdv' },
      { type: 'secret', id: 3, work: 'unseal', data: 'eA==' },
    ]);
    for (const [id, data] of [
      [9, 'nobody asked'],
      [3, null],
      [2, 'two'],
      [1, 'b25l'],
    ] as const) {
      const answer = ToCore.parse({ type: 'secret', id, data });
      if (answer.type === 'secret') ring.onAnswer(answer);
    }
    expect(await Promise.all([sealed, opened, failed])).toEqual(['b25l', 'two', null]);
  });

  test('in messages that are parsed and small', () => {
    expect(FromCore.safeParse({ type: 'secret', id: 1, work: 'steal', data: '' }).success).toBe(
      false,
    );
    const data = 'x'.repeat(20_000);
    expect(FromCore.safeParse({ type: 'secret', id: 1, work: 'seal', data }).success).toBe(false);
    expect(ToCore.safeParse({ type: 'secret', id: 1, data }).success).toBe(false);
  });
});
