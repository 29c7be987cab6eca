import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import type { Result } from '#shared/contract/app-error.ts';

export type HostArguments = {
  /** Absolute; null for the host's own default. */
  readonly dataFolder: string | null;
  /** Null when not given. */
  readonly port: number | null;
  readonly isDemo: boolean;
  /** A demo as well where this data folder has never had a show: there is something to see at once. */
  readonly isFirstDemo: boolean;
  /** One JSON line on stdout when ready. */
  readonly isJson: boolean;
  /** Say what this build is and can, then end. */
  readonly isProbe: boolean;
};

/**
 * The options both hosts share. Others are let pass: Electron's command line carries Chromium's own
 * switches. Refused: bad_request, with the option and its value.
 */
export function parseHostArguments(args: readonly string[]): Result<HostArguments> {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      demo: { type: 'boolean' },
      'first-demo': { type: 'boolean' },
      json: { type: 'boolean' },
      probe: { type: 'boolean' },
    },
  });
  const { data, port } = values;
  // Without strictness an option that lacks its value comes as `true`.
  if (data !== undefined && (typeof data !== 'string' || data === '')) {
    return refused('--data', data);
  }
  if (port !== undefined && !isPort(port)) {
    return refused('--port', port);
  }
  const value = {
    dataFolder: data === undefined ? null : resolve(data),
    port: port === undefined ? null : Number(port),
    isDemo: values.demo === true,
    isFirstDemo: values['first-demo'] === true,
    isJson: values.json === true,
    isProbe: values.probe === true,
  };
  return { ok: true, value };
}

function refused(option: string, value: string | boolean): Result<HostArguments> {
  return {
    ok: false,
    error: { code: 'bad_request', params: { option, value: String(value) } },
  };
}

/** Where the desktop app keeps its data too, so that both hosts open the same store. */
export function defaultDataFolder(): string {
  const home = homedir();
  if (process.platform === 'darwin') {
    return join(home, 'Library', 'Application Support', 'Cuedesk');
  }
  if (process.platform === 'win32') {
    return join(process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Cuedesk');
  }
  return join(process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Cuedesk');
}

function isPort(value: string | boolean): boolean {
  return typeof value === 'string' && /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
}
