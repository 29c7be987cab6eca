import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import BetterSqlite from 'better-sqlite3';

import { Database } from '../database/database.ts';
import { listBackups } from '../store/backup.ts';
import { readState } from '../store/store-state.ts';
import { migrations } from '../database/migrations/list.ts';
import { lockStore } from '../database/store-lock.ts';
import type { Ports } from '../ports.ts';
import { readJson } from '../screens/private-file.ts';
import { RuntimeInfo, runtimeFilePath } from '../screens/runtime-file.ts';
import { type Check, fine, trouble } from './check.ts';
import { sourceSummaries } from './doctor.queries.ts';

const LOW_SPACE_BYTES = 1024 ** 3;
const NO_SPACE_BYTES = 100 * 1024 ** 2;

/** Can the folder be written, or made? */
export function checkFolder(dataFolder: string): Check {
  const nearest = nearestExisting(dataFolder);
  try {
    accessSync(nearest, constants.W_OK);
  } catch (error) {
    return trouble(
      'fail',
      'folder',
      `${dataFolder} cannot be written (${String(error)})`,
      'Change its permissions or choose another with --data.',
      '请修改权限，或用 --data 另选文件夹。',
    );
  }
  return fine('folder', nearest === dataFolder ? dataFolder : `${dataFolder} (will be made)`);
}

export function checkSpace(dataFolder: string): Check {
  const { bavail, bsize } = statfsSync(nearestExisting(dataFolder));
  const free = bavail * bsize;
  const detail = `${(free / 1024 ** 3).toFixed(1)} GB free`;
  if (free >= LOW_SPACE_BYTES) return fine('space', detail);
  return trouble(
    free < NO_SPACE_BYTES ? 'fail' : 'warn',
    'space',
    detail,
    'Free some disk space: a long show needs up to 1 GB.',
    '请清理磁盘空间：一场长直播最多需要约 1 GB。',
  );
}

/** Version, sources and lock of the store. Opens it read-only and changes nothing. */
export function checkStore(
  dataFolder: string,
  sqliteBinding: string | null,
  ports: Ports,
): readonly Check[] {
  const path = join(dataFolder, 'cuedesk.sqlite');
  if (!existsSync(path)) return [fine('store', 'none yet')];
  const binding = sqliteBinding === null ? {} : { nativeBinding: sqliteBinding };
  try {
    const open = () => new BetterSqlite(path, { ...binding, readonly: true });
    const raw = open();
    const db = new Database(raw, open, ports.logger, () => ports.clock.monotonicNow());
    try {
      const version = checkVersion(Number(raw.pragma('user_version', { simple: true })));
      return version.state === 'ok' ? [version, ...checkSources(db)] : [version];
    } finally {
      db.close();
    }
  } catch (error) {
    return [
      trouble(
        'fail',
        'store',
        error instanceof Error ? error.message : String(error),
        'Start Cuedesk: it puts the newest of its backups in place, saves what is newer and keeps the damaged file.',
        '请启动场控台：它会换上最新的备份（backups）、找回更新的数据，并保留损坏的文件。',
      ),
    ];
  }
}

/** Copies of the store, and whether the last look through the whole file found it whole. */
export function checkKeeping(dataFolder: string): readonly Check[] {
  const backups = listBackups(dataFolder).filter(({ isVerified }) => isVerified);
  const [newest] = backups;
  const checks: Check[] = [
    fine(
      'backups',
      newest === undefined
        ? 'none yet'
        : `${backups.length} verified, the newest of ${new Date(newest.madeTs).toISOString()}`,
    ),
  ];
  const { lastCheck } = readState(dataFolder);
  if (lastCheck === null) return checks;
  const when = new Date(lastCheck.checkedTs).toISOString();
  return [
    ...checks,
    lastCheck.isWhole
      ? fine('last check', `${when}, whole`)
      : trouble(
          'warn',
          'last check',
          `${when}, damaged`,
          'Start Cuedesk: it mends the store and says what became of it.',
          '请启动场控台：它会自动修复数据并说明结果。',
        ),
  ];
}

/** Who holds the store now. A running desk is nothing bad. */
export function checkLock(dataFolder: string, sqliteBinding: string | null): Check {
  if (!existsSync(join(dataFolder, 'cuedesk.lock'))) return fine('lock', 'free');
  const options = sqliteBinding === null ? {} : { nativeBinding: sqliteBinding };
  const lock = lockStore((path) => new BetterSqlite(path, options), dataFolder);
  if (lock.ok) {
    lock.value.release();
    return fine('lock', 'free');
  }
  const runtime = readJson(runtimeFilePath(dataFolder), RuntimeInfo);
  const where = runtime?.url ?? 'a window';
  return fine('lock', runtime === null ? 'held' : `held by process ${runtime.pid}, ${where}`);
}

function checkVersion(version: number): Check {
  const newest = migrations.at(-1)?.number ?? 0;
  if (version === newest) return fine('store', `version ${version}`);
  if (version < newest) return fine('store', `version ${version}, will become ${newest}`);
  return trouble(
    'fail',
    'store',
    `version ${version}, this program knows ${newest}`,
    'Update Cuedesk, or choose another folder with --data.',
    '请更新场控台，或用 --data 另选文件夹。',
  );
}

function checkSources(db: Database): readonly Check[] {
  return sourceSummaries(db).map((source) => {
    const last = source.last_received_ts;
    const seen = last === null ? 'nothing stored yet' : `last ${new Date(last).toISOString()}`;
    const state = source.is_enabled === 1 ? 'enabled' : 'off';
    return fine('source', `${source.connector} ${source.channel}: ${state}, ${seen}`);
  });
}

function nearestExisting(path: string): string {
  let at = path;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}
