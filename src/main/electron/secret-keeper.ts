import { safeStorage } from 'electron';

import type { SecretProtection } from '#shared/model/source.ts';

import type { FromCore, ToCore } from './core-messages.ts';
import { protectionOf } from './secret-protection.rules.ts';

/** What guards secrets on this machine; needs a ready app. */
export function secretProtection(): SecretProtection {
  const isLinux = process.platform === 'linux';
  const backend = isLinux ? safeStorage.getSelectedStorageBackend() : null;
  return protectionOf(process.platform, safeStorage.isEncryptionAvailable(), backend);
}

/**
 * Seals or opens one secret for the core's process, where Electron has no key ring. By the calls
 * that every supported Electron has; the newer ones differ only in not waiting for the key ring.
 */
export function answerSecret(
  request: Extract<FromCore, { type: 'secret' }>,
): Extract<ToCore, { type: 'secret' }> {
  return { type: 'secret', id: request.id, data: transformed(request) };
}

function transformed({ work, data }: Extract<FromCore, { type: 'secret' }>): string | null {
  try {
    return work === 'seal'
      ? safeStorage.encryptString(data).toString('base64')
      : safeStorage.decryptString(Buffer.from(data, 'base64'));
  } catch {
    // Locked, taken away or another user's: for the core all the same, and what it says may hold parts
    // of the secret.
    return null;
  }
}
