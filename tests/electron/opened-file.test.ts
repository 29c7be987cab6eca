import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { openedFile, openedFileOf, toldPath } from '#electron/opened-file.rules.ts';

const FOLDER = '/home/studio';

describe('the file among what a program was started with', () => {
  test.each([
    [['show.cuedesk'], '/home/studio/show.cuedesk'],
    [['../晚场 1.CUEDESK'], '/home/晚场 1.CUEDESK'],
    [['--no-sandbox', '.', '/mnt/a.cuedesk', '/mnt/b.cuedesk'], '/mnt/a.cuedesk'],
    [[pathToFileURL('/mnt/晚场 100%.cuedesk').href], '/mnt/晚场 100%.cuedesk'],
  ])('%j is %s', (args, path) => {
    expect(openedFileOf(args, FOLDER)).toBe(path);
  });

  test.each([
    [[]],
    [['.', '/opt/Cuedesk']],
    [['--data=/mnt/a.cuedesk']],
    [['/mnt/show.jsonl.gz']],
    [['https://evil.example/a.cuedesk']],
    [['file://evil.example/a.cuedesk']],
    [['file:///mnt%2Fa.cuedesk']],
    [['/mnt/a\0.cuedesk']],
    [[`/${'a'.repeat(4096)}.cuedesk`]],
  ])('%j is none', (args) => {
    expect(openedFileOf(args, FOLDER)).toBeNull();
  });
});

test('what another start tells is a whole path of an export or nothing', () => {
  expect(openedFile('/mnt/a.cuedesk')).toBe('/mnt/a.cuedesk');
  for (const told of ['a.cuedesk', '/mnt/a.sqlite', '', null, 7, ['/mnt/a.cuedesk'], {}]) {
    expect(openedFile(told)).toBeNull();
  }
});

test('of what a second start tells, the path alone is looked at', () => {
  expect(toldPath({ openedFile: '/mnt/a.cuedesk', more: 1 })).toBe('/mnt/a.cuedesk');
  for (const told of [undefined, null, 7, 'x', {}, { openedFile: null }]) {
    expect(openedFile(toldPath(told))).toBeNull();
  }
});

test('whatever the arguments are, what comes out is absolute and an export', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (args) => {
      const path = openedFileOf([...args, 'x.cuedesk'], FOLDER);
      expect(path).not.toBeNull();
      expect(path).toMatch(/^\/.*\.cuedesk$/is);
      expect(join(path ?? '', '.')).toBe(path);
    }),
  );
});
