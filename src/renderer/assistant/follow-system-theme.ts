/** Light or dark as the phone is, now and whenever that changes. */
export function followSystemTheme(page: Window): void {
  const light = page.matchMedia('(prefers-color-scheme: light)');
  function apply(): void {
    page.document.documentElement.dataset['theme'] = light.matches ? 'light' : 'dark';
  }
  apply();
  light.addEventListener('change', apply);
}
