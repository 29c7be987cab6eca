import { describe, expect, it } from 'vitest';

import { parseChatAddress, parseTwitchChannel } from '#core/feeds/twitch/channel.ts';

describe('what the operator types for a channel', () => {
  it.each([
    ['foo', 'foo'],
    ['#Foo_2', 'foo_2'],
    ['@Foo', 'foo'],
    ['  Foo ', 'foo'],
    ['https://www.twitch.tv/Foo', 'foo'],
    ['http://twitch.tv/foo/videos?x=1', 'foo'],
    ['m.twitch.tv/foo#chat', 'foo'],
    ['https://www.twitch.tv/popout/foo/chat', 'foo'],
  ])('%s is %s', (typed, login) => {
    expect(parseTwitchChannel(typed)).toEqual({ ok: true, value: login });
  });

  it.each([
    '',
    '#',
    'two words',
    'foo\r\nJOIN #bar',
    'foo,bar',
    '小明',
    'a'.repeat(26),
    'https://www.twitch.tv/',
    'https://www.twitch.tv/directory',
    'https://youtube.com/foo',
  ])('%j is refused', (typed) => {
    expect(parseTwitchChannel(typed)).toMatchObject({
      ok: false,
      error: { code: 'channel_invalid' },
    });
  });
});

describe('what the operator types for an address', () => {
  it.each(['ws://127.0.0.1:8090', 'wss://irc-ws.chat.twitch.tv:443', 'ws://[::1]:9/x'])(
    '%s is taken',
    (typed) => {
      expect(parseChatAddress(` ${typed} `)).toEqual({ ok: true, value: typed });
    },
  );

  it.each(['', 'localhost', 'http://a', 'ws:', 'ws://user:secret@host', 'file:///x', 'ws://a b'])(
    '%j is refused',
    (typed) => {
      expect(parseChatAddress(typed)).toMatchObject({
        ok: false,
        error: { code: 'address_invalid' },
      });
    },
  );
});
