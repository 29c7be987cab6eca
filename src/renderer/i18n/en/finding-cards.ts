import { findingGoodsEn } from './finding-goods.ts';
import { findingLiftEn } from './finding-lift.ts';
import { findingPeopleEn } from './finding-people.ts';
import { findingPlaceEn } from './finding-place.ts';
import { findingWordsEn } from './finding-words.ts';

/** What findings say. */
export const findingCardsEn = {
  ...findingGoodsEn,
  ...findingLiftEn,
  ...findingPeopleEn,
  ...findingPlaceEn,
  ...findingWordsEn,
} as const;
