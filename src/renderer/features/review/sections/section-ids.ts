/**
 * The twelve parts of a review, in the order in which the trade goes through them. A part's number is
 * its place here; exports head their tables by the same ids.
 */
export const SECTION_IDS = [
  'base',
  'scorecard',
  'traffic',
  'audience',
  'timeline',
  'products',
  'scripts',
  'benefits',
  'people',
  'voices',
  'incidents',
  'improvements',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** 1 to 12. */
export function sectionNumber(id: SectionId): number {
  return SECTION_IDS.indexOf(id) + 1;
}

/** Of the element of a part, for what points at it. */
export function sectionElementId(id: SectionId): string {
  return `review-${id}`;
}

/** Keys that go to the parts: the row of digits from 1 on, with the two keys beside it. */
export const SECTION_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-', '='] as const;
