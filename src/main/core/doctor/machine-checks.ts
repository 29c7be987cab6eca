import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';

import { LOOPBACK, localAddresses } from '../screens/local-addresses.ts';
import { type Check, fine, trouble } from './check.ts';

const LEAST_NODE = [20, 18] as const;
/** Below it the prebuilt store engine ends the process when a database is opened. */
const LEAST_NAPI = 10;

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isRecent = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  if (isRecent) return fine('node', version);
  return trouble(
    'fail',
    'node',
    version,
    `Use Node ${LEAST_NODE.join('.')} or newer, or the npm scripts, which bring their own.`,
    `请使用 Node ${LEAST_NODE.join('.')} 或更新版本，或通过自带 Node 的 npm 脚本运行。`,
  );
}

export function checkNapi(napi: string | undefined, sqliteBinding: string | null): Check {
  const detail = `N-API ${napi ?? '?'}${sqliteBinding === null ? '' : ', own binding'}`;
  if (Number(napi ?? 0) >= LEAST_NAPI || sqliteBinding !== null) return fine('n-api', detail);
  return trouble(
    'fail',
    'n-api',
    detail,
    'Use Node 22.14 or newer, or name a compiled engine in CUEDESK_SQLITE_BINDING.',
    '请使用 Node 22.14 或更新版本，或用 CUEDESK_SQLITE_BINDING 指定编译好的引擎。',
  );
}

/** Writes and reads a database of its own. Only to be called when checkNapi is fine. */
export function checkEngine(sqliteBinding: string | null): Check {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-doctor-'));
  try {
    const options = sqliteBinding === null ? {} : { nativeBinding: sqliteBinding };
    const db = new BetterSqlite(join(folder, 'probe.sqlite'), options);
    db.pragma('journal_mode = WAL');
    db.exec("CREATE TABLE probe (word TEXT); INSERT INTO probe VALUES ('价格')");
    const word = db.prepare('SELECT word FROM probe').pluck().get();
    const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
    db.close();
    if (word === '价格') return fine('engine', `SQLite ${version}`);
    return engineTrouble(`read back ${String(word)}`);
  } catch (error) {
    return engineTrouble(error instanceof Error ? error.message : String(error));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function engineTrouble(detail: string): Check {
  return trouble(
    'fail',
    'engine',
    detail.split('\n')[0] ?? '',
    'Run "npm ci" again; the store engine is missing or does not fit this system.',
    '请重新执行 npm ci；存储引擎缺失或与本系统不符。',
  );
}

/** Can a page server be opened on loopback at the remembered port (null: any)? */
export async function checkPort(rememberedPort: number | null): Promise<Check> {
  const port = rememberedPort ?? 0;
  const problem = await new Promise<string | null>((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? String(error)));
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.close(() => resolve(null));
    });
  });
  const detail = `${LOOPBACK}:${rememberedPort ?? 'any'}`;
  if (problem === null) return fine('port', `${detail} is free`);
  return trouble(
    'warn',
    'port',
    `${detail} ${problem}`,
    'Another program has this port: the desk will use another one, paired tablets must be paired again.',
    '该端口已被其他程序占用：场控台会改用其他端口，已配对的平板需要重新配对。',
  );
}

export function checkAddresses(): Check {
  const own = localAddresses().filter((address) => address !== LOOPBACK);
  if (own.length > 0) return fine('network', own.join(', '));
  return trouble(
    'warn',
    'network',
    'no address but loopback',
    'Connect this machine to the network of the tablets to use second screens.',
    '如需使用副屏，请把本机接入平板所在的网络。',
  );
}
