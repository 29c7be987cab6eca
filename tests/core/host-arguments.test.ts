import { resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { parseHostArguments } from '#core/host-arguments.ts';

const nothing = {
  isFirstDemo: false,
  dataFolder: null,
  port: null,
  isDemo: false,
  isJson: false,
  isProbe: false,
};

describe('options of both hosts', () => {
  test('are all optional', () => {
    expect(parseHostArguments([])).toEqual({ ok: true, value: nothing });
  });

  test('may stand among switches of Chromium and a path', () => {
    const args = ['/app', '--no-sandbox', '--data=rooms', '--remote-debugging-port=0', '--demo'];
    expect(parseHostArguments([...args, '--port', '0', '--json', '--probe'])).toEqual({
      ok: true,
      value: {
        isFirstDemo: false,
        dataFolder: resolve('rooms'),
        port: 0,
        isDemo: true,
        isJson: true,
        isProbe: true,
      },
    });
  });

  test.each([
    ['--port=65536', '--port', '65536'],
    ['--port=-1', '--port', '-1'],
    ['--port=', '--port', ''],
    ['--port', '--port', 'true'],
    ['--data=', '--data', ''],
    ['--data', '--data', 'true'],
  ])('%s is refused', (argument, option, value) => {
    expect(parseHostArguments([argument])).toEqual({
      ok: false,
      error: { code: 'bad_request', params: { option, value } },
    });
  });
});
