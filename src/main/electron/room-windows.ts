/** Desks of other rooms than the first window's: one window each, closed with it and opened with it. */
import { join } from 'node:path';

import type { BrowserWindow, WebContents } from 'electron';
import { z } from 'zod';

import type { ShellPorts } from '#core/ports.ts';
import { readJson, tryWritePrivateJson } from '#core/screens/private-file.ts';
import { RoomId } from '#shared/model/ids.ts';

import { focusWindow, openWindow, placeOf, type WindowDeps, workAreas } from './main-window.ts';
import { createPartWindows, type PartWindows } from './part-windows.ts';
import { roomUrl } from './room-windows.rules.ts';
import { careForWindow } from './window-care.ts';
import { DESK_SIZES } from './window-options.ts';
import { placeWindow } from './window-place.rules.ts';

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });

/** Where each room's window stood, and whether it was open when Cuedesk ended. */
const RoomPlaces = z.record(
  RoomId,
  z.object({ bounds: Rectangle, isMaximized: z.boolean(), isOpen: z.boolean() }),
);
type RoomPlaces = z.infer<typeof RoomPlaces>;

type OpenRoom = { readonly window: BrowserWindow; readonly parts: PartWindows };

export type RoomWindows = {
  /** Opens the room's window, or brings the one that is open to the front. */
  open(roomId: RoomId): void;
  /** Opens those again that were open at the last end, with their parts. */
  reopen(): void;
  /** Remembers where they stand, as open: the ordered end closes windows without asking them. */
  remember(): void;
  /** Parts of the room whose desk this page is; null where it is no room's desk. */
  partsOf(page: WebContents): PartWindows | null;
  /** The first window has gone, and all others go with it. */
  close(): void;
};

export function createRoomWindows(deps: {
  readonly windows: WindowDeps;
  readonly ports: ShellPorts;
  /** The first window, beside which another room opens. */
  readonly desk: BrowserWindow;
  /** A room's page is gone or will not come back: what was its alone is free. */
  readonly onGone: (page: WebContents) => void;
}): RoomWindows {
  const { windows, ports, desk } = deps;
  const path = join(windows.dataFolder, 'window-rooms.json');
  const open = new Map<RoomId, OpenRoom>();

  function places(): RoomPlaces {
    return readJson(path, RoomPlaces) ?? {};
  }

  function write(roomId: RoomId, window: BrowserWindow, isOpen: boolean): void {
    const place = { ...placeOf(window), isOpen };
    tryWritePrivateJson(path, { ...places(), [roomId]: place }, ports.logger);
  }

  function openRoom(roomId: RoomId, isAsked: boolean): OpenRoom {
    const place = placeWindow(places()[roomId] ?? null, workAreas(), DESK_SIZES, desk.getBounds());
    const url = roomUrl(roomId);
    const window = openWindow(windows, { url, place, smallest: DESK_SIZES.smallest });
    const page = window.webContents;
    const parts = createPartWindows({ windows, ports, desk: window, roomId });
    open.set(roomId, { window, parts });
    write(roomId, window, true);
    window.once('ready-to-show', () => {
      if (isAsked) window.show();
      else window.showInactive();
    });
    page.on('render-process-gone', () => deps.onGone(page));
    window.on('close', () => write(roomId, window, false));
    window.on('closed', () => {
      open.delete(roomId);
      deps.onGone(page);
      parts.close();
    });
    careForWindow(window, ports, () => {
      ports.logger.log('error', 'room_window_given_up', { roomId });
      window.destroy();
    });
    return { window, parts };
  }

  return {
    open(roomId) {
      const there = open.get(roomId);
      if (there === undefined) openRoom(roomId, true);
      else focusWindow(there.window);
    },
    reopen() {
      for (const [key, { isOpen }] of Object.entries(places())) {
        const roomId = RoomId.parse(key);
        if (isOpen && !open.has(roomId)) openRoom(roomId, false).parts.reopen();
      }
    },
    remember() {
      for (const [roomId, { window, parts }] of open) {
        write(roomId, window, true);
        parts.remember();
      }
    },
    partsOf(page) {
      const there = [...open.values()].find(({ window }) => window.webContents === page);
      return there?.parts ?? null;
    },
    close() {
      // As the parts: without asking a page that may have just died.
      for (const [roomId, { window }] of open) {
        write(roomId, window, true);
        window.destroy();
      }
    },
  };
}
