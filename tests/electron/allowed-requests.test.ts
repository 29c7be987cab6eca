import { describe, expect, test } from 'vitest';

import { isAllowedRequest } from '#electron/allowed-requests.rules.ts';

describe('a page may load', () => {
  test.each([
    ['cuedesk://app/desk/', 'mainFrame'],
    ['cuedesk://app/desk/assets/main.js', 'script'],
    ['https://static-cdn.jtvnw.net/emoticons/v2/25/default/dark/2.0', 'image'],
    ['data:image/png;base64,AAAA', 'image'],
    ['data:video/mp4;base64,AAAA', 'media'],
  ])('%s as %s', (url, type) => {
    expect(isAllowedRequest(url, type)).toBe(true);
  });

  test.each([
    ['file:///etc/passwd', 'mainFrame'],
    ['file:///etc/passwd', 'image'],
    ['http://127.0.0.1:80/', 'xhr'],
    ['https://evil.example/', 'image'],
    ['https://static-cdn.jtvnw.net/x.js', 'script'],
    ['https://static-cdn.jtvnw.net/', 'mainFrame'],
    ['http://static-cdn.jtvnw.net/x.png', 'image'],
    ['https://static-cdn.jtvnw.net.evil.example/x.png', 'image'],
    ['https://static-cdn.jtvnw.net:8443/x.png', 'image'],
    ['ws://127.0.0.1:4455/', 'webSocket'],
    ['cuedesk://other/desk/', 'mainFrame'],
    ['data:text/html,<script>1</script>', 'mainFrame'],
    ['data:text/html,hi', 'subFrame'],
    ['blob:https://evil.example/1', 'script'],
    ['ftp://evil.example/', 'other'],
    ['chrome://gpu/', 'mainFrame'],
    ['not an address', 'other'],
  ])('but not %s as %s', (url, type) => {
    expect(isAllowedRequest(url, type)).toBe(false);
  });
});
