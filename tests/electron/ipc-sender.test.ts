import { describe, expect, test } from 'vitest';

import { DESK_URL } from '#electron/app-origin.ts';
import { IPC_CHANNELS } from '#electron/ipc-channels.ts';
import { judgeSender } from '#electron/ipc-sender.rules.ts';

const own = { url: DESK_URL, origin: 'cuedesk://app', isMainFrame: true };

describe('a message', () => {
  test('counts from the main frame of the desk, whatever room it shows', () => {
    expect(judgeSender(own)).toBe('trusted');
    expect(judgeSender({ ...own, url: `${DESK_URL}?room=second#code=1` })).toBe('trusted');
  });

  test('of a frame that is gone, or inside another, does not', () => {
    expect(judgeSender(null)).toBe('frame_gone');
    expect(judgeSender({ ...own, isMainFrame: false })).toBe('not_main_frame');
  });

  test.each([
    ['', ''],
    ['', 'cuedesk://app'],
    ['about:blank', 'null'],
    ['about:blank', 'cuedesk://app'],
    ['about:srcdoc', 'cuedesk://app'],
    ['cuedesk://app/problem/', 'cuedesk://app'],
    ['cuedesk://app/desk', 'cuedesk://app'],
    ['cuedesk://app/desk/other.html', 'cuedesk://app'],
    ['cuedesk://app.evil.example/desk/', 'cuedesk://app.evil.example'],
    ['cuedesk://app@evil.example/desk/', 'cuedesk://evil.example'],
    [DESK_URL, 'null'],
    [DESK_URL, 'https://evil.example'],
    [DESK_URL, ''],
    ['https://app/desk/', 'https://app'],
    ['file:///desk/', 'file://'],
    ['data:text/html,hi', 'null'],
    ['blob:cuedesk://app/desk/', 'cuedesk://app'],
  ])('from %j of origin %j does not', (url, origin) => {
    expect(judgeSender({ url, origin, isMainFrame: true })).toBe('foreign_origin');
  });
});

test('no channel takes anything its table does not name', () => {
  for (const schema of Object.values(IPC_CHANNELS)) {
    for (const payload of [[null], ['x'], [{}], [[], []], 'x', null]) {
      expect(schema.safeParse(payload).success).toBe(false);
    }
  }
});
