/** Pages become files in windows that nobody sees, in a session of their own that has nothing but them. */
import { BrowserWindow, session, type Session } from 'electron';

import {
  footerTemplate,
  MARGIN_INCHES,
  NO_HEADER,
  PICTURE_WIDTH,
  PRINT_LIMIT_MS,
  type PrintOrder,
} from '#core/printing/page-printer.ts';
import { pictureOfPage } from '#core/printing/print-in-page.ts';
import type { ShellPorts } from '#core/ports.ts';

import { APP_SCHEME } from './app-origin.ts';
import type { FromCore, ToCore } from './core-messages.ts';
import { lockedWebPreferences } from './window-options.ts';

/** Without `persist:` it is in memory alone. */
const PARTITION = 'cuedesk-print';
const REASON_MOST = 300;

export interface PrintWindows {
  /** Never rejects: what went wrong is in the answer. */
  print(
    request: Extract<FromCore, { type: 'print' }>,
  ): Promise<Extract<ToCore, { type: 'printed' }>>;
  /** Ends what is under way, so that no window that nobody sees keeps the app. */
  close(): void;
}

export function createPrintWindows({ clock, logger }: ShellPorts): PrintWindows {
  const pages = new Map<string, string>();
  const open = new Set<BrowserWindow>();
  let own: Session | null = null;
  let serial = 0;

  /** Serves the pages that are being printed, and nothing else. */
  function ownSession(): Session {
    if (own !== null) return own;
    own = session.fromPartition(PARTITION);
    own.protocol.registerBufferProtocol(APP_SCHEME, ({ url }, answer) => {
      const html = pages.get(url);
      const headers = { 'Content-Type': 'text/html; charset=utf-8' };
      if (html === undefined) answer({ statusCode: 404, data: Buffer.alloc(0) });
      else answer({ statusCode: 200, headers, data: Buffer.from(html) });
    });
    return own;
  }

  async function printed(order: PrintOrder): Promise<Uint8Array> {
    serial += 1;
    const url = `${APP_SCHEME}://app/print/${serial}`;
    pages.set(url, order.html);
    const window = new BrowserWindow({
      show: false,
      width: PICTURE_WIDTH,
      height: 800,
      webPreferences: {
        ...lockedWebPreferences,
        javascript: false,
        // A window that is not shown draws nothing otherwise.
        offscreen: order.kind === 'png',
        session: ownSession(),
      },
    });
    open.add(window);
    const cancel = clock.after(PRINT_LIMIT_MS, () => window.destroy());
    try {
      const gone = new Promise<never>((_resolve, reject) => {
        window.once('closed', () => reject(new Error('the page was given up')));
      });
      return await Promise.race([fileOf(window, url, order), gone]);
    } finally {
      cancel();
      pages.delete(url);
      open.delete(window);
      if (!window.isDestroyed()) window.destroy();
    }
  }

  return {
    async print({ id, order }) {
      try {
        return { type: 'printed', id, bytes: await printed(order), reason: '' };
      } catch (error) {
        const reason = String(error).slice(0, REASON_MOST);
        logger.log('warn', 'print_failed', { reason });
        return { type: 'printed', id, bytes: null, reason };
      }
    },
    close() {
      for (const window of open) window.destroy();
    },
  };
}

async function fileOf(window: BrowserWindow, url: string, order: PrintOrder): Promise<Uint8Array> {
  const page = window.webContents;
  await window.loadURL(url);
  if (order.kind === 'pdf') {
    return page.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      pageSize: 'A4',
      displayHeaderFooter: true,
      headerTemplate: NO_HEADER,
      footerTemplate: footerTemplate(order.footer),
      margins: {
        top: MARGIN_INCHES,
        bottom: MARGIN_INCHES,
        left: MARGIN_INCHES,
        right: MARGIN_INCHES,
      },
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  }
  page.debugger.attach();
  return pictureOfPage((method, params) => page.debugger.sendCommand(method, params));
}
