// Every fuse of the packaged program, stated. A fuse that a newer @electron/fuses brings must be
// stated too, or this file does not compile (tests/tooling/app-fuses.test.ts plants that).
import { join } from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/** @typedef {keyof typeof FuseV1Options} FuseName */

/**
 * @type {Readonly<Record<FuseName, boolean>>}
 */
export const APP_FUSES = {
  // The program is the app and nothing else: no bare Node, no options, no debugger from outside.
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  // What Chromium keeps on disk is encrypted with the system's key ring.
  EnableCookieEncryption: true,
  // Only the packed archive is loaded, and on macOS and Windows only as it was packed.
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  // There is no start-up snapshot of our own.
  LoadBrowserProcessSpecificV8Snapshot: false,
  // Pages come by cuedesk://; file: gets nothing.
  GrantFileProtocolExtraPrivileges: false,
  // As it is shipped. There is no WebAssembly of ours; without the handlers it would only be slower.
  WasmTrapHandlers: true,
};

/** @type {readonly FuseName[]} */
export const FUSE_NAMES = /** @type {any} */ (Object.keys(APP_FUSES));

/**
 * What electron-builder hands to @electron/fuses for a runtime; an older one has fewer fuses, and
 * setting one that it lacks is an error.
 * @param {string} executable
 * @returns {Promise<import('@electron/fuses').FuseConfig>}
 */
export async function fuseConfigFor(executable) {
  const wire = await getCurrentFuseWire(executable);
  const stated = Object.fromEntries(
    FUSE_NAMES.filter((name) => wire[FuseV1Options[name]] !== undefined).map((name) => [
      FuseV1Options[name],
      APP_FUSES[name],
    ]),
  );
  return {
    version: FuseVersion.V1,
    ...stated,
    strictlyRequireAllFuses: /** @type {any} */ (
      Object.keys(stated).length === FUSE_NAMES.length || undefined
    ),
  };
}

/**
 * Reads the fuses back out of a packaged program.
 * @param {string} executable
 * @returns {Promise<{faults: string[], absent: FuseName[]}>} faults: fuses that are not as stated;
 *   absent: stated ones that this (older) runtime does not have
 */
export async function verifyFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  /** @type {FuseName[]} */
  const absent = [];
  /** @type {string[]} */
  const faults = [];
  for (const name of FUSE_NAMES) {
    const state = wire[FuseV1Options[name]];
    const wanted = APP_FUSES[name] ? FuseState.ENABLE : FuseState.DISABLE;
    if (state === undefined) absent.push(name);
    // REMOVED: this runtime has done away with what the fuse switched.
    else if (state !== wanted && state !== FuseState.REMOVED) {
      faults.push(`${name} is ${FuseState[state] ?? state} and should be ${FuseState[wanted]}`);
    }
  }
  return { faults, absent };
}

/**
 * @param {import('electron-builder').AfterPackContext} context
 * @returns {string} the file of a packed app that carries the fuses
 */
export function packedExecutable({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${name}.exe`);
  const { executableName } = packager.platformSpecificBuildOptions;
  return join(appOutDir, executableName ?? packager.appInfo.sanitizedName.toLowerCase());
}
