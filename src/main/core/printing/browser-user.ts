import { readFileSync } from 'node:fs';

export type BrowserUser = { readonly uid: number; readonly gid: number };

/**
 * Whom the browser runs as where this program runs as root: a Chromium refuses root and its sandbox wants
 * an ordinary user; one that owns nothing has all the rights a page needs. Null: as whoever runs this.
 */
export function browserUser(platform: string): BrowserUser | null {
  if (platform !== 'linux' || process.getuid?.() !== 0) return null;
  try {
    return nobodyIn(readFileSync('/etc/passwd', 'utf8'));
  } catch {
    // A system without the file: the browser says itself what it thinks of root.
    return null;
  }
}

/** `nobody` of a passwd(5) file. */
export function nobodyIn(passwd: string): BrowserUser | null {
  const line = passwd.split('\n').find((each) => each.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined || !/^[1-9]\d*$/.test(uid) || !/^\d+$/.test(gid)) {
    return null;
  }
  return { uid: Number(uid), gid: Number(gid) };
}
