import type { CSSProperties } from 'react';

import { legibleSizes } from '#shared/rules/visual-angle.ts';

import type { ViewingAnswers } from './viewing-place.ts';

/** Type sizes of this device, for where it stands. */
export function sizesStyle(answers: ViewingAnswers): CSSProperties {
  const { cuePx, cueHanPx, readHanPx, readLatinPx } = legibleSizes({
    diagonalInches: answers.diagonalInches,
    distanceMetres: answers.distanceMetres,
    screenWidthPx: window.screen.width || window.innerWidth,
    screenHeightPx: window.screen.height || window.innerHeight,
  });
  const sizes: Record<`--${string}`, string> = {
    '--cue-size': `${String(cuePx)}px`,
    '--cue-han': `${String(cueHanPx)}px`,
    '--read-han': `${String(readHanPx)}px`,
    '--read-latin': `${String(readLatinPx)}px`,
  };
  return sizes;
}
