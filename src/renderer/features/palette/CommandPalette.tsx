import type { ReactElement } from 'react';

import { useDeskStore } from '#renderer/store/desk-store.ts';

import { OpenPalette } from './OpenPalette.tsx';

/** The commands over the desk; the desk behind them goes on. Nothing is drawn while it is closed. */
export function CommandPalette(): ReactElement | null {
  const isOpen = useDeskStore((state) => state.isPaletteOpen);
  return isOpen ? <OpenPalette /> : null;
}
