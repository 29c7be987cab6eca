import { app, shell, type WebContents } from 'electron';

import type { Logger } from '#core/ports.ts';

import { isAppUrl } from './app-origin.ts';
import { isAllowedExternalUrl } from './external-links.rules.ts';
import { lockSession } from './lock-session.ts';

/** A page asks for an address in a window of its own; false where that is neither a part of the desk nor a room, or may not be. */
export type OpenWindow = (asker: WebContents, url: string) => boolean;

/**
 * Whatever a page or a server may ask the shell for is refused unless listed here. Registered before
 * the app is ready, so that no session and no page exists that was not locked.
 */
export function denyByDefault(logger: Logger, openWindow: OpenWindow): void {
  app.on('session-created', (created) => lockSession(created, logger));
  app.on('web-contents-created', (_event, contents) => lockContents(contents, logger, openWindow));
  app.on('certificate-error', (event, _contents, _url, error, _certificate, answer) => {
    logger.log('warn', 'certificate_refused', { error });
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    logger.log('warn', 'client_certificate_refused', {});
    event.preventDefault();
    answer();
  });
  app.on('login', (event, _contents, _details, _asker, answer) => {
    logger.log('warn', 'login_refused', {});
    event.preventDefault();
    answer();
  });
  // Links of other programs open nothing here; files are the business of opened-files.ts.
  app.on('open-url', (event) => event.preventDefault());
}

function lockContents(contents: WebContents, logger: Logger, openWindow: OpenWindow): void {
  const onlyApp = (event: Electron.Event, url: string): void => {
    if (isAppUrl(url)) return;
    logger.log('warn', 'navigation_refused', {});
    event.preventDefault();
  };
  contents.on('will-navigate', (event) => onlyApp(event, event.url));
  contents.on('will-redirect', (event) => onlyApp(event, event.url));
  contents.on('will-frame-navigate', (event) => onlyApp(event, event.url));
  contents.on('will-attach-webview', (event) => {
    logger.log('warn', 'webview_refused', {});
    event.preventDefault();
  });
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(({ url }) => {
    if (isAllowedExternalUrl(url)) void shell.openExternal(url);
    else if (!openWindow(contents, url)) logger.log('warn', 'window_refused', {});
    // Chromium never makes one: what may be open is opened by us, with our own options.
    return { action: 'deny' };
  });
}
