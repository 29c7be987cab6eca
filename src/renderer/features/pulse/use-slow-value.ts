import { useEffect, useRef, useState } from 'react';

/** The value, renewed at most once a period: a chart that redraws with each frame only burns power. */
export function useSlowValue<T>(value: T, periodMs: number): T {
  const [shown, setShown] = useState(value);
  const shownAt = useRef(0);

  useEffect(() => {
    const wait = shownAt.current + periodMs - performance.now();
    function show(): void {
      shownAt.current = performance.now();
      setShown(() => value);
    }
    const timer = setTimeout(show, Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [value, periodMs]);

  return shown;
}
