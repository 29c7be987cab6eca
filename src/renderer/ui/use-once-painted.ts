import { useEffect, useRef } from 'react';

/**
 * Calls `onPainted` once for each new `id`, when what was rendered for it is really on the glass: two
 * animation frames after the commit, and not before the page is visible. Null does nothing.
 */
export function useOncePainted(id: number | null, onPainted: (id: number) => void): void {
  const reported = useRef<number | null>(null);
  const latest = useRef(onPainted);
  useEffect(() => {
    latest.current = onPainted;
  });

  useEffect(() => {
    if (id === null || reported.current === id) return undefined;
    const painted = id;
    let frame = 0;

    function report(): void {
      if (document.visibilityState !== 'visible' || reported.current === painted) return;
      reported.current = painted;
      latest.current(painted);
    }
    // The first frame is the one that paints it; in the second it has been painted.
    function afterTwoFrames(): void {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(report);
      });
    }

    afterTwoFrames();
    document.addEventListener('visibilitychange', afterTwoFrames);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('visibilitychange', afterTwoFrames);
    };
  }, [id]);
}
