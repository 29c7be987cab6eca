import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type Check, fine, trouble } from '#core/doctor/check.ts';
import { runChecks } from '#core/doctor/run-checks.ts';
import { defaultDataFolder, parseHostArguments } from '#core/host-arguments.ts';
import { describeStartProblem } from '#core/start-problem.ts';
import { createSystemPorts } from '#core/host-ports.ts';
import { visibleControls } from '#shared/lib/visible-controls.ts';

type Output = { write(text: string): unknown };

/** `cuedesk doctor [--data DIR] [--json]`: exit code 0 unless something has failed. */
export async function runDoctor(args: readonly string[], stdout: Output): Promise<number> {
  const parsed = parseHostArguments(args);
  if (!parsed.ok) {
    stdout.write(`${describeStartProblem(parsed.error)}\n`);
    return 2;
  }
  const dataFolder = parsed.value.dataFolder ?? defaultDataFolder();
  const sqliteBinding = process.env['CUEDESK_SQLITE_BINDING'] ?? null;
  const ports = createSystemPorts(dataFolder, 'error');
  const checks = [
    ...(await runChecks(dataFolder, sqliteBinding, ports)),
    checkElectron(),
    checkDisplay(),
  ];
  const isWell = checks.every((check) => check.state !== 'fail');
  if (parsed.value.isJson) stdout.write(`${JSON.stringify({ ok: isWell, checks })}\n`);
  else stdout.write(checks.map(line).join(''));
  return isWell ? 0 : 1;
}

function line(check: Check): string {
  const first = `${check.state.padEnd(5)} ${check.name.padEnd(9)} ${visibleControls(check.detail)}\n`;
  if (check.advice === null) return first;
  const indent = ' '.repeat(16);
  return `${first}${indent}${check.advice.en}\n${indent}${check.advice.zh}\n`;
}

function checkElectron(): Check {
  const configured = process.env['CUEDESK_ELECTRON'];
  if (configured !== undefined && configured !== '') return fine('electron', configured);
  const own = fileURLToPath(new URL('../../../node_modules/electron/dist', import.meta.url));
  if (existsSync(own)) return fine('electron', 'installed');
  const cached = cachedElectron();
  if (cached !== null) return fine('electron', `${cached} in the cache`);
  return trouble(
    'warn',
    'electron',
    'not downloaded',
    '"npm start" tries to get it and otherwise opens the desk in a browser.',
    'npm start 会尝试下载；下载不到时改在浏览器中打开。',
  );
}

function cachedElectron(): string | null {
  const base = process.env['XDG_CACHE_HOME'] ?? process.env['LOCALAPPDATA'];
  const cache = process.env['CUEDESK_CACHE'] ?? join(base ?? join(homedir(), '.cache'), 'cuedesk');
  if (!existsSync(cache)) return null;
  return readdirSync(cache).find((name) => name.startsWith('electron-')) ?? null;
}

function checkDisplay(): Check {
  if (process.platform !== 'linux') return fine('display', process.platform);
  const display = process.env['WAYLAND_DISPLAY'] ?? process.env['DISPLAY'] ?? '';
  if (display === '') {
    return trouble(
      'warn',
      'display',
      'none',
      'Without a display "npm start" opens the desk in a browser.',
      '没有图形界面时，npm start 会在浏览器中打开。',
    );
  }
  if (process.getuid?.() !== 0) return fine('display', display);
  return trouble(
    'warn',
    'display',
    `${display}, as root`,
    'The desktop app does not run as root; "npm start" opens the desk in a browser.',
    '桌面应用不能以 root 运行；npm start 会在浏览器中打开。',
  );
}
