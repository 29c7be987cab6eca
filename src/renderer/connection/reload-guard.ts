import { z } from 'zod';

const STORAGE_KEY = 'cuedesk.reloadedFor';
const RELOAD_AGAIN_AFTER_MS = 60_000;

const Reloaded = z.strictObject({ protocol: z.int(), ts: z.number() });

function read(storage: Storage): z.infer<typeof Reloaded> | null {
  const text = storage.getItem(STORAGE_KEY);
  if (text === null) return null;
  try {
    return Reloaded.parse(JSON.parse(text));
  } catch (error) {
    // Whatever stands there is not ours: as if nothing had been remembered.
    console.warn('cuedesk: unreadable reload mark', error);
    return null;
  }
}

/**
 * Whether the page should load itself anew for this protocol version, remembering that it did. A
 * page that has just done so and is still too old stays, so that it never loops.
 */
export function shouldReload(storage: Storage, protocol: number, nowTs: number): boolean {
  const last = read(storage);
  const isLoop =
    last !== null && last.protocol === protocol && nowTs - last.ts < RELOAD_AGAIN_AFTER_MS;
  if (isLoop) return false;
  storage.setItem(STORAGE_KEY, JSON.stringify({ protocol, ts: nowTs }));
  return true;
}
