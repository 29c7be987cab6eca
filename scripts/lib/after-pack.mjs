// Called by electron-builder for each packed app, before it is signed. Its own `electronFuses` knows
// fewer fuses than there are, so they are set here, from the one list.
import { flipFuses } from '@electron/fuses';
import { fuseConfigFor, packedExecutable } from './app-fuses.mjs';

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack(context) {
  const executable = packedExecutable(context);
  const config = await fuseConfigFor(executable);
  const resetAdHocDarwinSignature = context.electronPlatformName === 'darwin';
  await flipFuses(executable, { ...config, resetAdHocDarwinSignature });
}
