import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** State of a listening socket in /proc/net/tcp. */
const LISTENS = '0A';

/**
 * Addresses a process listens on, as the kernel says and not as the program does. Linux only; IPv6
 * ones are given in hexadecimal.
 */
export function listeningAddresses(pid: number): readonly string[] {
  const own = new Set(socketInodes(pid));
  const found = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === LISTENS && own.has(columns[9] ?? ''))
      .map((columns) => readable(columns[1]?.split(':')[0] ?? '')),
  );
  return found.toSorted();
}

function socketInodes(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((name) => {
    try {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.[1];
      return inode === undefined ? [] : [inode];
    } catch (error) {
      // Closed since the folder was read.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  });
}

/** An IPv4 address stands there as one little-endian number. */
function readable(hexadecimal: string): string {
  if (hexadecimal.length !== 8) return hexadecimal;
  return Buffer.from(hexadecimal, 'hex').toReversed().join('.');
}
