import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { mountKindIn, networkKindOf } from '#core/store/folder-kind.rules.ts';
import { networkKindOfFolder } from '#core/store/folder-place.ts';

const linux = { platform: 'linux', path: '/data', mountKind: null } as const;

describe('a folder on a network drive', () => {
  test.each([
    [0x6969, 'nfs'],
    [0xff534d42, 'cifs'],
    [0xfe534d42, 'smb2'],
    // As statfs gives it where the number is signed.
    [0xfe534d42 - 2 ** 32, 'smb2'],
    [0x01021997, '9p'],
  ])('is known on Linux by its type %d', (type, kind) => {
    expect(networkKindOf({ ...linux, type })).toBe(kind);
  });

  test('is known by the name of its mount where the type says FUSE', () => {
    const type = 0x65735546;
    expect(networkKindOf({ ...linux, type, mountKind: 'fuse.sshfs' })).toBe('fuse.sshfs');
    expect(networkKindOf({ ...linux, type, mountKind: 'fuse.rclone' })).toBe('fuse.rclone');
    expect(networkKindOf({ ...linux, type, mountKind: 'fuseblk' })).toBeNull();
  });

  test('is known on Windows by its path', () => {
    const windows = { platform: 'win32', type: 0, mountKind: null } as const;
    expect(networkKindOf({ ...windows, path: '\\\\studio\\data' })).toBe('UNC');
    expect(networkKindOf({ ...windows, path: '//studio/data' })).toBe('UNC');
    expect(networkKindOf({ ...windows, path: 'C:\\Users\\a' })).toBeNull();
    expect(networkKindOf({ ...windows, path: '\\\\?\\C:\\Users\\a' })).toBeNull();
  });

  test('is known on macOS by the name of its mount', () => {
    const mac = { platform: 'darwin', path: '/Volumes/a', type: 26 } as const;
    expect(networkKindOf({ ...mac, mountKind: 'smbfs' })).toBe('smbfs');
    expect(networkKindOf({ ...mac, mountKind: 'apfs' })).toBeNull();
  });
});

test('a disk of this machine is none', () => {
  for (const type of [0xef53, 0x9123683e, 0x58465342, 0x01021994, 0x794c7630]) {
    expect(networkKindOf({ ...linux, type })).toBeNull();
  }
  const folder = join(tmpdir());
  mkdirSync(folder, { recursive: true });
  expect(networkKindOfFolder(folder)).toBeNull();
});

test('the mount of a path is the deepest one above it', () => {
  const text = [
    '22 1 0:20 / / rw - ext4 /dev/vda rw',
    '30 22 0:31 / /home rw - ext4 /dev/vdb rw',
    '31 30 0:32 / /home/a/my\\040drive rw - fuse.sshfs studio: rw',
  ].join('\n');
  expect(mountKindIn(text, '/home/a/my drive/data')).toBe('fuse.sshfs');
  expect(mountKindIn(text, '/home/a/my drives')).toBe('ext4');
  expect(mountKindIn('', '/home')).toBeNull();
});
