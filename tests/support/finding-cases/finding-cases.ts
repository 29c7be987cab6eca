import type { FindingCase } from './finding-case.ts';
import { GOODS_CASES } from './goods.ts';
import { PEOPLE_CASES } from './people.ts';
import { PLACE_CASES } from './place.ts';

/** By detector: a show in which it finds something, and near misses. */
export const FINDING_CASES: Readonly<Record<string, FindingCase>> = {
  ...GOODS_CASES,
  ...PEOPLE_CASES,
  ...PLACE_CASES,
};
