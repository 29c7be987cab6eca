import { isDeskUrl } from './app-origin.ts';

/**
 * What a page may be granted: notices of the system, which the operator chooses in the settings, and
 * those by the desk alone. Everything else that Chromium knows is refused.
 */
export function isAllowedPermission(permission: string, askingUrl: string): boolean {
  return permission === 'notifications' && isDeskUrl(askingUrl);
}
