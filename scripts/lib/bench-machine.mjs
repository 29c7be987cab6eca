// The machine a measurement ran on, and the versions of what it ran in; no names of hosts or folders.
import { existsSync } from 'node:fs';
import { resolveElectron } from './electron-runtime.mjs';
import { measureFloor } from './machine-floor.mjs';
import { runCommand } from './run-command.mjs';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/** @returns {Promise<string>} */
export async function describeMachine() {
  const { machine, node } = measureFloor();
  const parts = [
    machine,
    `Node ${node}`,
    `Chromium ${await chromiumVersion()}, software rendering where there is no GPU`,
    `Electron ${await electronVersion()}`,
  ];
  return parts.join('; ');
}

async function chromiumVersion() {
  const path = process.env.CUEDESK_CHROMIUM ?? SYSTEM_CHROMIUM;
  if (!existsSync(path)) return 'as Playwright brings it';
  const { output } = await runCommand(path, ['--version'], { env: process.env, quiet: true });
  return /Chromium (\d[\d.]+)/.exec(output)?.[1] ?? 'of unknown version';
}

async function electronVersion() {
  try {
    const { version } = await resolveElectron({ allowFetch: false });
    return version;
  } catch {
    return 'none';
  }
}
