/** Parts of the desk in windows of their own: one each, closed with the desk and opened with it. */
import { hash as digest } from 'node:crypto';
import { join } from 'node:path';

import type { BrowserWindow } from 'electron';
import { z } from 'zod';

import type { ShellPorts } from '#core/ports.ts';
import { readJson, tryWritePrivateJson } from '#core/screens/private-file.ts';
import { DeskPart } from '#shared/model/desk-part.ts';
import type { RoomId } from '#shared/model/ids.ts';

import { focusWindow, openWindow, placeOf, type WindowDeps, workAreas } from './main-window.ts';
import { partUrl } from './part-windows.rules.ts';
import { careForWindow } from './window-care.ts';
import { PART_SIZES } from './window-options.ts';
import { placeWindow } from './window-place.rules.ts';

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });

/** `isOpen`: it stood open when Cuedesk ended, and comes back with the desk. */
const PartPlace = z.object({
  bounds: Rectangle,
  isMaximized: z.boolean(),
  isOpen: z.boolean(),
});

export type PartWindows = {
  /** Opens the part's window, or brings the one that is open to the front. */
  open(part: DeskPart): void;
  /** Opens those again that were open at the last end; the desk keeps the focus. */
  reopen(): void;
  /** Remembers where they stand, as open: the ordered end closes windows without asking them. */
  remember(): void;
  /** The desk has gone, and its parts go with it. */
  close(): void;
};

export function createPartWindows(deps: {
  readonly windows: WindowDeps;
  readonly ports: ShellPorts;
  /** The desk's window, beside which a part opens. */
  readonly desk: BrowserWindow;
  /** The room of that desk, where it is not the first window. */
  readonly roomId: RoomId | null;
}): PartWindows {
  const { windows, ports, desk, roomId } = deps;
  const { dataFolder } = windows;
  const open = new Map<DeskPart, BrowserWindow>();

  function write(part: DeskPart, window: BrowserWindow, isOpen: boolean): void {
    const place = { ...placeOf(window), isOpen };
    tryWritePrivateJson(placePath(dataFolder, roomId, part), place, ports.logger);
  }

  function openPart(part: DeskPart, isAsked: boolean): void {
    const remembered = readJson(placePath(dataFolder, roomId, part), PartPlace);
    const place = placeWindow(remembered, workAreas(), PART_SIZES, desk.getBounds());
    const url = partUrl(part, desk.webContents.getURL());
    const window = openWindow(windows, { url, place, smallest: PART_SIZES.smallest });
    open.set(part, window);
    write(part, window, true);
    window.once('ready-to-show', () => {
      if (isAsked) window.show();
      else window.showInactive();
    });
    window.on('close', () => write(part, window, false));
    window.on('closed', () => open.delete(part));
    careForWindow(window, ports, () => {
      ports.logger.log('error', 'part_window_given_up', { part });
      window.destroy();
    });
  }

  return {
    open(part) {
      const window = open.get(part);
      if (window === undefined) openPart(part, true);
      else focusWindow(window);
    },
    reopen() {
      for (const part of DeskPart.options) {
        const isOpen = readJson(placePath(dataFolder, roomId, part), PartPlace)?.isOpen === true;
        if (isOpen && !open.has(part)) openPart(part, false);
      }
    },
    remember() {
      for (const [part, window] of open) write(part, window, true);
    },
    close() {
      // A page that has just died never answers whether it may be closed, and would keep the app.
      for (const [part, window] of open) {
        write(part, window, true);
        window.destroy();
      }
    },
  };
}

/** A room's id is no file's name everywhere: its digest is. */
function placePath(dataFolder: string, roomId: RoomId | null, part: DeskPart): string {
  const room = roomId === null ? '' : `-${digest('sha256', roomId).slice(0, 12)}`;
  return join(dataFolder, `window-${part}${room}.json`);
}
