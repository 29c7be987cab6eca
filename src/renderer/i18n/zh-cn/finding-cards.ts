import { findingGoodsZhCn } from './finding-goods.ts';
import { findingPeopleZhCn } from './finding-people.ts';
import { findingPlaceZhCn } from './finding-place.ts';
import { findingWordsZhCn } from './finding-words.ts';

/** What findings say. */
export const findingCardsZhCn = {
  ...findingGoodsZhCn,
  ...findingPeopleZhCn,
  ...findingPlaceZhCn,
  ...findingWordsZhCn,
} as const;
