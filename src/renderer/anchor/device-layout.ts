import { z } from 'zod';

import { ANCHOR_VIEWS, type AnchorView } from '#shared/model/stage.ts';

const STORAGE_KEY = 'cuedesk.anchorLayout';

/** How this device shows the show; remembered on it alone. */
export interface DeviceLayout {
  readonly view: AnchorView;
  /** The prompter is read in a mirror before the camera. */
  readonly isMirrored: boolean;
  /** A flash may sound: never unless somebody chose it, a microphone is open. */
  readonly hasSound: boolean;
}

export const FIRST_LAYOUT: DeviceLayout = { view: 'cue', isMirrored: false, hasSound: false };

const Remembered = z.object({
  view: z.enum(ANCHOR_VIEWS),
  isMirrored: z.boolean(),
  hasSound: z.boolean(),
});

/** What this device remembers; the first layout where that is nothing, or cannot be read. */
export function readDeviceLayout(storage: Storage): DeviceLayout {
  const text = storage.getItem(STORAGE_KEY);
  if (text === null) return FIRST_LAYOUT;
  try {
    return Remembered.parse(JSON.parse(text));
  } catch (error) {
    console.warn('cuedesk: unreadable layout of this device', error);
    return FIRST_LAYOUT;
  }
}

export function rememberDeviceLayout(storage: Storage, layout: DeviceLayout): void {
  storage.setItem(STORAGE_KEY, JSON.stringify(layout));
}
