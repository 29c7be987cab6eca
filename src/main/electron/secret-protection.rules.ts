import type { SecretProtection } from '#shared/model/source.ts';

/**
 * What Electron's safeStorage really does here. On Linux without a key ring it "encrypts" with a
 * password that is in Chromium's source: that is no protection and is not called one.
 * @param backend as `safeStorage.getSelectedStorageBackend()` says, Linux only
 */
export function protectionOf(
  platform: NodeJS.Platform,
  isAvailable: boolean,
  backend: string | null,
): SecretProtection {
  if (!isAvailable) return 'file';
  const isHollow = backend === null || backend === 'basic_text' || backend === 'unknown';
  return platform === 'linux' && isHollow ? 'file' : 'system';
}
