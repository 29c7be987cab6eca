import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { DESK_URL } from '#electron/app-origin.ts';
import { askedPart, partUrl } from '#electron/part-windows.rules.ts';

describe('an address that asks for a window of its own', () => {
  test('is one of exactly two', () => {
    expect(askedPart('cuedesk://app/desk/?part=chat')).toBe('chat');
    expect(askedPart('cuedesk://app/desk/?part=shelf')).toBe('shelf');
  });

  test.each([
    '',
    'about:blank',
    DESK_URL,
    'cuedesk://app/desk/?part=',
    'cuedesk://app/desk/?part=cues',
    'cuedesk://app/desk/?part=Chat',
    'cuedesk://app/desk/?part=chat&',
    'cuedesk://app/desk/?part=chat&room=second',
    'cuedesk://app/desk/?room=second&part=chat',
    'cuedesk://app/desk/?part=chat&part=shelf',
    'cuedesk://app/desk/?part=chat#code=1',
    'cuedesk://app/desk?part=chat',
    'cuedesk://app/desk/index.html?part=chat',
    'cuedesk://app/problem/?part=chat',
    'cuedesk://other/desk/?part=chat',
    'cuedesk://app.evil.example/desk/?part=chat',
    'cuedesk://app@evil.example/desk/?part=chat',
    'https://app/desk/?part=chat',
    'file:///desk/?part=chat',
    'javascript:void 0',
  ])('not %j', (url) => {
    expect(askedPart(url)).toBeNull();
  });

  test('whatever is put before or behind one of them, it is none', () => {
    const ends = fc.tuple(fc.string(), fc.string()).filter(([a, b]) => a + b !== '');
    fc.assert(
      fc.property(ends, ([before, after]) => {
        expect(askedPart(`${before}cuedesk://app/desk/?part=chat${after}`)).toBeNull();
      }),
    );
  });
});

describe('the address that is opened', () => {
  test('is of the room that the desk has open', () => {
    expect(partUrl('chat', DESK_URL)).toBe('cuedesk://app/desk/?part=chat');
    expect(partUrl('shelf', `${DESK_URL}?room=second&returned=1`)).toBe(
      'cuedesk://app/desk/?part=shelf&room=second',
    );
  });

  test('is always a page of the desk, whatever the desk has for an address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (url) => {
        const opened = new URL(partUrl('chat', url));
        expect([opened.host, opened.pathname]).toEqual(['app', '/desk/']);
        expect(opened.searchParams.get('part')).toBe('chat');
      }),
    );
  });
});
