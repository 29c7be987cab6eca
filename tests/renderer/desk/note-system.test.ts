import { expect, it } from 'vitest';

import { noteSystem } from '#renderer/desk/note-system.ts';

/** What stands on the document of a page of this platform, undefined: nothing. */
function systemOf(platform: string): string | undefined {
  const documentElement: { readonly dataset: DOMStringMap } = { dataset: {} };
  const page = { navigator: { platform }, document: { documentElement } };
  noteSystem(page as unknown as Window);
  return documentElement.dataset['system'];
}

it.each([
  ['Linux x86_64', 'linux'],
  ['MacIntel', 'mac'],
  ['Win32', 'windows'],
  ['iPad', undefined],
])('%s is %s', (platform, system) => {
  expect(systemOf(platform)).toBe(system);
});
