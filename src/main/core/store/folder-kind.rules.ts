/**
 * SQLite's locks and its log need a disk of this machine: on a network drive two desks could write
 * at once and a lost connection could leave half a commit.
 */

/** `f_type` of statfs(2) on Linux, from linux/magic.h and the file systems' own headers. */
const NETWORK_TYPES: ReadonlyMap<number, string> = new Map([
  [0x6969, 'nfs'],
  [0xff534d42, 'cifs'],
  [0xfe534d42, 'smb2'],
  [0x517b, 'smb'],
  [0x01021997, '9p'],
  [0x5346414f, 'afs'],
  [0x00c36400, 'ceph'],
  [0x73757245, 'coda'],
  [0x0bd00bd0, 'lustre'],
  [0x01161970, 'gfs2'],
]);

/** macOS says its kinds by name. */
const NETWORK_NAMES = new Set(['nfs', 'smbfs', 'afpfs', 'webdav', 'ftp', 'cifs']);

/** FUSE is the local disk of some systems and a network drive of others: told by the mount's name. */
const FUSE_TYPE = 0x65735546;
const NETWORK_FUSE =
  /^fuse\.(sshfs|s3fs|rclone|gvfsd-fuse|glusterfs|ceph|davfs|smbnetfs|curlftpfs)/;

export type FolderPlace = {
  readonly platform: NodeJS.Platform;
  readonly path: string;
  /** `f_type` of statfs, as an unsigned number. */
  readonly type: number;
  /** Kind of the mount as the system names it (`ext4`, `fuse.sshfs`, `smbfs`); null where unknown. */
  readonly mountKind: string | null;
};

/** Name of the network file system the folder is on; null for a disk of this machine. */
export function networkKindOf({ platform, path, type, mountKind }: FolderPlace): string | null {
  if (platform === 'win32') return /^[\\/]{2}(?![?.][\\/])/.test(path) ? 'UNC' : null;
  if (mountKind !== null && NETWORK_NAMES.has(mountKind)) return mountKind;
  if (mountKind !== null && NETWORK_FUSE.test(mountKind)) return mountKind;
  if (platform !== 'linux' || type === FUSE_TYPE) return null;
  return NETWORK_TYPES.get(type >>> 0) ?? null;
}

/**
 * Kind of the mount that holds a path, out of the text of /proc/self/mountinfo: the longest mount
 * point that the path lies under.
 */
export function mountKindIn(mountInfo: string, path: string): string | null {
  let best: { readonly point: string; readonly kind: string } | null = null;
  for (const line of mountInfo.split('\n')) {
    const [left = '', right = ''] = line.split(' - ');
    const point = (left.split(' ')[4] ?? '').replaceAll('\\040', ' ');
    const kind = right.split(' ')[0] ?? '';
    if (point === '' || !isUnder(path, point)) continue;
    if (best === null || point.length >= best.point.length) best = { point, kind };
  }
  return best?.kind ?? null;
}

function isUnder(path: string, point: string): boolean {
  return path === point || point === '/' || path.startsWith(`${point}/`);
}
