import { useDeskStore } from '#renderer/store/desk-store.ts';

/**
 * Puts the chosen theme on the document, now and whenever it or the system's changes. Called before
 * the first drawing, so that canvases read the right tokens.
 */
export function followTheme(page: Window): void {
  const systemDark = page.matchMedia('(prefers-color-scheme: dark)');
  function apply(): void {
    const { theme } = useDeskStore.getState();
    const system = systemDark.matches ? 'dark' : 'light';
    page.document.documentElement.dataset['theme'] = theme === 'system' ? system : theme;
  }
  apply();
  useDeskStore.subscribe(apply);
  systemDark.addEventListener('change', apply);
}
