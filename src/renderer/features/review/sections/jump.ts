import { SECTION_IDS, SECTION_KEYS, sectionElementId, type SectionId } from './section-ids.ts';

/** Brings a part to the top of the page; the keys go on from its head. */
export function jumpToSection(id: SectionId): void {
  const section = document.getElementById(sectionElementId(id));
  if (section === null) return;
  section.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  section.scrollIntoView?.({ block: 'start' });
}

/** The part a key goes to; null for every other key. */
export function sectionOfKey(key: string): SectionId | null {
  const place = SECTION_KEYS.findIndex((each) => each === key);
  return SECTION_IDS[place] ?? null;
}
