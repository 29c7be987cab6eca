import { gap } from './detectors/gap.ts';
import { pushLift } from './detectors/push-lift.ts';
import { silence } from './detectors/silence.ts';
import { slowProduct } from './detectors/slow-product.ts';
import { unansweredCues } from './detectors/unanswered-cues.ts';
import { unsoldProduct } from './detectors/unsold-product.ts';
import type { Detector } from './outcome.ts';

/** Every question that is asked of a show. */
export const DETECTOR_LIST: readonly Detector[] = [
  slowProduct,
  unsoldProduct,
  pushLift,
  silence,
  gap,
  unansweredCues,
];
