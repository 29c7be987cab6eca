import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';

import styles from './SilentPicture.module.css';

/** A picture that stands still for longer is taken for one that has ended. */
const NEW_FRAME_MS = 1_000;
const SIDE_PX = 16;

/**
 * A tiny picture that plays for ever without sound. Browsers do not dim the screen while a video
 * plays; one whose source is a stream may be as small as it likes (Chromium's VideoWakeLock:
 * "self-view MediaStreams may often be very small"). Needs neither https nor a file.
 */
export function SilentPicture(): ReactElement {
  const video = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const element = video.current;
    return element === null ? undefined : playSilently(element);
  }, []);

  return (
    <video ref={video} className={styles.picture} muted playsInline aria-hidden tabIndex={-1} />
  );
}

/** Draws frame after frame into the video; the returned function ends it. */
function playSilently(video: HTMLVideoElement): (() => void) | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE_PX;
  canvas.height = SIDE_PX;
  if (typeof canvas.captureStream !== 'function') return undefined;
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  const stream = canvas.captureStream();
  let frames = 0;

  function draw(): void {
    frames += 1;
    context?.clearRect(0, 0, SIDE_PX, SIDE_PX);
    context?.fillRect(frames % 2, 0, 1, 1);
  }
  function play(): void {
    if (document.visibilityState !== 'visible' || !video.paused) return;
    // A browser may want a touch first: the next one plays it.
    video.play().catch((error: unknown) => console.warn('cuedesk: no silent picture', error));
  }

  draw();
  video.srcObject = stream;
  const timer = setInterval(draw, NEW_FRAME_MS);
  play();
  document.addEventListener('visibilitychange', play);
  window.addEventListener('pointerdown', play);
  window.addEventListener('keydown', play);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', play);
    window.removeEventListener('pointerdown', play);
    window.removeEventListener('keydown', play);
    video.pause();
    video.srcObject = null;
    for (const track of stream.getTracks()) track.stop();
  };
}
