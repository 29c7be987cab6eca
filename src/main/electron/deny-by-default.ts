import { app, session, shell } from 'electron';

import type { Logger } from '#core/ports.ts';

import { isAppUrl } from './app-origin.ts';
import { isAllowedExternalUrl } from './external-links.rules.ts';

/** Permissions, navigation, new windows, webviews and downloads are refused unless listed here. */
export function denyByDefault(logger: Logger): void {
  app.on('web-contents-created', (_event, contents) => {
    const onlyApp = (event: Electron.Event, url: string): void => {
      if (isAppUrl(url)) return;
      logger.log('warn', 'navigation_refused', {});
      event.preventDefault();
    };
    contents.on('will-navigate', (event) => onlyApp(event, event.url));
    contents.on('will-redirect', (event) => onlyApp(event, event.url));
    contents.on('will-frame-navigate', (event) => onlyApp(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (isAllowedExternalUrl(url)) void shell.openExternal(url);
      else logger.log('warn', 'window_refused', {});
      return { action: 'deny' };
    });
  });
}

/** Needs a ready app. */
export function denySessionRequests(logger: Logger): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, permission, answer) => {
    logger.log('warn', 'permission_refused', { permission });
    answer(false);
  });
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
}
