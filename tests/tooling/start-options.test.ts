import { describe, expect, test } from 'vitest';
import { hostArguments, parseStartOptions } from '../../scripts/lib/start-options.mjs';

const parse = (...argv: string[]) => parseStartOptions(argv, '/home/someone');

describe('the options of npm start', () => {
  test('without any, the desktop app and a browser window are wanted', () => {
    expect(parse()).toEqual({
      kind: 'run',
      options: { browser: false, port: null, data: null, demo: false, open: true, json: false },
    });
  });

  test('a relative data folder starts where the caller stands', () => {
    expect(parse('--data', 'shows')).toMatchObject({ options: { data: '/home/someone/shows' } });
    expect(parse('--data=/srv/shows')).toMatchObject({ options: { data: '/srv/shows' } });
  });

  test.each([
    [['--bogus'], "Unknown option '--bogus'"],
    [['extra'], 'extra'],
    [['--port'], '--port'],
    [['--port', 'http'], '--port wants a number'],
    [['--port', '70000'], '--port wants a number'],
    [['--port='], '--port wants a number'],
    [['--data='], '--data wants a folder'],
  ])('%j is refused with a message that names the fault', (argv, message) => {
    const parsed = parse(...argv);
    expect(parsed.kind).toBe('error');
    expect(parsed).toMatchObject({ message: expect.stringContaining(message) });
  });

  test('a host gets the port to keep, not the one asked for', () => {
    const parsed = parse('--port', '0', '--demo', '--data', '/srv/shows', '--json');
    if (parsed.kind !== 'run') throw new Error('refused');
    expect(hostArguments(parsed.options, 4711)).toEqual([
      '--data=/srv/shows',
      '--port=4711',
      '--demo',
    ]);
  });

  test('a person’s first start has a demo, a script’s has not', () => {
    const hostArgumentsOf = (...argv: string[]): readonly string[] => {
      const parsed = parse(...argv);
      if (parsed.kind !== 'run') throw new Error('refused');
      return hostArguments(parsed.options, null);
    };
    expect(hostArgumentsOf()).toEqual(['--first-demo']);
    expect(hostArgumentsOf('--json')).toEqual([]);
  });
});
