import { isDeskUrl } from './app-origin.ts';

/** What Electron says of a message's sender; null when its frame is gone. */
export type IpcFrame = {
  readonly url: string;
  /** Serialized origin, `cuedesk://app`. */
  readonly origin: string;
  readonly isMainFrame: boolean;
} | null;

export type SenderVerdict = 'trusted' | 'frame_gone' | 'not_main_frame' | 'foreign_origin';

/** Messages count only from the main frame of the desk's own page, by address and by origin. */
export function judgeSender(frame: IpcFrame): SenderVerdict {
  if (frame === null) return 'frame_gone';
  if (!frame.isMainFrame) return 'not_main_frame';
  return isDeskUrl(frame.url) && isDeskUrl(`${frame.origin}/desk/`) ? 'trusted' : 'foreign_origin';
}
