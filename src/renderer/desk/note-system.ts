const SYSTEMS = [
  ['linux', /^Linux/u],
  ['mac', /^Mac/u],
  ['windows', /^Win/u],
] as const;

/** Puts on the document which system it is on, whose own fonts the desk is written in. */
export function noteSystem(page: Window): void {
  const { platform } = page.navigator;
  const found = SYSTEMS.find(([, looksLike]) => looksLike.test(platform));
  if (found !== undefined) page.document.documentElement.dataset['system'] = found[0];
}
