import { findingGoodsZhCn } from './finding-goods.ts';
import { findingLiftZhCn } from './finding-lift.ts';
import { findingPeopleZhCn } from './finding-people.ts';
import { findingPlaceZhCn } from './finding-place.ts';
import { findingWordsZhCn } from './finding-words.ts';

/** What findings say. */
export const findingCardsZhCn = {
  ...findingGoodsZhCn,
  ...findingLiftZhCn,
  ...findingPeopleZhCn,
  ...findingPlaceZhCn,
  ...findingWordsZhCn,
} as const;
