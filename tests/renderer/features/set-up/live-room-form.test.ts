import { describe, expect, test } from 'vitest';

import {
  channelName,
  checkLiveRoom,
  hasErrors,
  type LiveRoomForm,
} from '#renderer/features/set-up/live-room-form.ts';

const form: LiveRoomForm = {
  title: '秋季亚麻专场',
  currency: 'CNY',
  channel: 'linenroom',
  address: '',
  isRehearsal: false,
};

describe('channel name', () => {
  test.each([
    ['LinenRoom', 'linenroom'],
    ['#linenroom', 'linenroom'],
    ['@linenroom', 'linenroom'],
    [' https://www.twitch.tv/LinenRoom?sr=a ', 'linenroom'],
    ['m.twitch.tv/linenroom/videos', 'linenroom'],
    ['', ''],
  ])('%j is %j', (typed, name) => {
    expect(channelName(typed)).toBe(name);
  });
});

describe('live room', () => {
  test('a filled form has no errors; the channel may come later', () => {
    expect(hasErrors(checkLiveRoom(form))).toBe(false);
    expect(hasErrors(checkLiveRoom({ ...form, channel: '' }))).toBe(false);
  });

  test('a title is needed and has a limit', () => {
    expect(checkLiveRoom({ ...form, title: '   ' }).title).toBe('setUp.titleMissing');
    expect(checkLiveRoom({ ...form, title: '长'.repeat(121) }).title).toBe('setUp.titleTooLong');
  });

  test('a channel that cannot be one is refused', () => {
    for (const channel of ['a', 'with space', '亚麻', 'https://example.com/x']) {
      expect(checkLiveRoom({ ...form, channel }).channel).toBe('setUp.channelWrong');
    }
  });

  test('a server is a WebSocket address', () => {
    expect(checkLiveRoom({ ...form, address: 'ws://127.0.0.1:8080' }).address).toBeNull();
    expect(checkLiveRoom({ ...form, address: 'http://127.0.0.1' }).address).toBe(
      'setUp.addressWrong',
    );
  });
});
