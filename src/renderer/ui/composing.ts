/** Key code browsers give while an input method has the key, also at the Enter that ends it. */
const COMPOSING_KEY_CODE = 229;

/** The key belongs to an input method: whatever it is, nothing of the desk may act on it. */
export function isComposing(event: {
  readonly isComposing: boolean;
  readonly keyCode: number;
}): boolean {
  return event.isComposing || event.keyCode === COMPOSING_KEY_CODE;
}

/**
 * Keeps such keys from every handler of the page, those of controls and sheets among them: they stop
 * before any can hear them. What the input method itself does with the key goes on.
 * @returns takes the guard away
 */
export function guardComposition(page: Window): () => void {
  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) event.stopImmediatePropagation();
  }
  page.addEventListener('keydown', onKey, true);
  page.addEventListener('keyup', onKey, true);
  return () => {
    page.removeEventListener('keydown', onKey, true);
    page.removeEventListener('keyup', onKey, true);
  };
}
