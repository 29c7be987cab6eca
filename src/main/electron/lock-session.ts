import type { Session } from 'electron';

import type { Logger } from '#core/ports.ts';

import { isAllowedPermission } from './allowed-permissions.rules.ts';
import { isAllowedRequest } from './allowed-requests.rules.ts';

const locked = new WeakSet<Session>();

/**
 * Closes a session: no permission but the desk's notices, no device, no download, and no request but the
 * app's own pages and emote images. Holds for the one session the app uses and for every other that may come to be.
 */
export function lockSession(session: Session, logger: Logger): void {
  if (locked.has(session)) return;
  locked.add(session);
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    const isAllowed = isAllowedPermission(permission, requestingUrl);
    if (!isAllowed) logger.log('warn', 'permission_refused', { permission });
    answer(isAllowed);
  });
  session.setPermissionCheckHandler((contents, permission) =>
    isAllowedPermission(permission, contents?.getURL() ?? ''),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  refuseDevices(session, logger);
  session.on('will-download', (event) => {
    logger.log('warn', 'download_refused', {});
    event.preventDefault();
  });
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed = isAllowedRequest(details.url, details.resourceType);
    if (!isAllowed) logger.log('warn', 'request_refused', { type: details.resourceType });
    answer({ cancel: !isAllowed });
  });
}

function refuseDevices(session: Session, logger: Logger): void {
  const refuse = (kind: string, event: Electron.Event, answer: (id: string) => void): void => {
    logger.log('warn', 'device_refused', { kind });
    event.preventDefault();
    answer('');
  };
  session.on('select-hid-device', (event, _details, answer) => {
    refuse('hid', event, (id) => answer(id));
  });
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    refuse('serial', event, answer);
  });
  session.on('select-usb-device', (event, _details, answer) => {
    refuse('usb', event, (id) => answer(id));
  });
}
