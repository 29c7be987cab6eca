import { useSyncExternalStore } from 'react';

const QUERY = '(orientation: portrait)';

function watch(onChange: () => void): () => void {
  if (typeof window.matchMedia !== 'function') return () => undefined;
  const query = window.matchMedia(QUERY);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

function isPortrait(): boolean {
  return typeof window.matchMedia === 'function' && window.matchMedia(QUERY).matches;
}

/** Whether the glass is higher than it is wide now. */
export function useIsPortrait(): boolean {
  return useSyncExternalStore(watch, isPortrait);
}
