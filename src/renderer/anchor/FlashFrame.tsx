import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';

import { useWallNow } from '#renderer/store/use-now.ts';
import { useStage } from '#renderer/store/selectors.ts';

import styles from './FlashFrame.module.css';
import { soundOnce } from './sound-once.ts';

/** Three blinks of a second each: well below the three a second that can hurt. */
export const FLASH_MS = 3_000;

/** Catches the eye for a cue that was not seen; silent unless this device was told to sound. */
export function FlashFrame({ hasSound }: { readonly hasSound: boolean }): ReactElement | null {
  const { flash } = useStage();
  const wallNow = useWallNow(250);
  const sounded = useRef<number | null>(null);
  const isOn = flash !== null && wallNow - flash.ts < FLASH_MS;
  const flashTs = isOn ? flash.ts : null;

  useEffect(() => {
    if (flashTs === null || sounded.current === flashTs) return;
    sounded.current = flashTs;
    if (hasSound) soundOnce();
  }, [flashTs, hasSound]);

  return isOn ? <div key={flash.ts} className={styles.frame} aria-hidden="true" /> : null;
}
