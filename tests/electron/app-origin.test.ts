import { describe, expect, test } from 'vitest';

import { DESK_URL, isAppUrl, PROBLEM_URL } from '#electron/app-origin.ts';
import { isAllowedExternalUrl } from '#electron/external-links.rules.ts';

describe('pages of the app', () => {
  test.each([DESK_URL, PROBLEM_URL, 'cuedesk://app/desk/assets/main.js'])('%s', (url) => {
    expect(isAppUrl(url)).toBe(true);
  });

  test.each([
    '',
    'about:blank',
    'cuedesk://other/desk/',
    'cuedesk://app.evil.example/desk/',
    'cuedesk://app@evil.example/desk/',
    'https://app/desk/',
    'file:///desk/index.html',
    'data:text/html,hi',
    'javascript:void 0',
  ])('not %s', (url) => {
    expect(isAppUrl(url)).toBe(false);
  });
});

describe('links that may leave the app', () => {
  test('are https on the list', () => {
    expect(isAllowedExternalUrl('https://www.twitch.tv/somebody')).toBe(true);
  });

  test.each([
    'http://www.twitch.tv/somebody',
    'https://www.twitch.tv.evil.example/',
    'https://evil.example/?www.twitch.tv',
    'https://name:word@www.twitch.tv/',
    'https://www.twitch.tv:8443/',
    'file:///etc/passwd',
    'javascript:void 0',
    'smb://www.twitch.tv/share',
    'not an address',
  ])('not %s', (url) => {
    expect(isAllowedExternalUrl(url)).toBe(false);
  });
});
