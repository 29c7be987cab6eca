import { useSyncExternalStore } from 'react';

function follow(onChange: () => void): () => void {
  window.addEventListener('focus', onChange);
  window.addEventListener('blur', onChange);
  return () => {
    window.removeEventListener('focus', onChange);
    window.removeEventListener('blur', onChange);
  };
}

/** Whether keys that are pressed now come to this window. */
export function useHasFocus(): boolean {
  return useSyncExternalStore(follow, () => document.hasFocus());
}
