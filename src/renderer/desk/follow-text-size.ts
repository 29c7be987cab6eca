import { useDeskStore } from '#renderer/store/desk-store.ts';

/**
 * Draws the whole page as large as was chosen, now and whenever that changes. The desk asks how much
 * room there is in its own measure (`@container desk`), so that larger text also means fewer columns.
 */
export function followTextSize(page: Window): void {
  function apply(): void {
    const { textSize } = useDeskStore.getState();
    page.document.documentElement.style.setProperty('--zoom', String(textSize / 100));
  }
  apply();
  useDeskStore.subscribe(apply);
}
