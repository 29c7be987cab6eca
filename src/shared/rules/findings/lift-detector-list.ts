import { cueNoEffect } from './detectors/cue-no-effect.ts';
import { cueWorks } from './detectors/cue-works.ts';
import type { LiftDetector } from './outcome.ts';

/** Every question that is asked of what followed on what was done. */
export const LIFT_DETECTOR_LIST: readonly LiftDetector[] = [cueNoEffect, cueWorks];
