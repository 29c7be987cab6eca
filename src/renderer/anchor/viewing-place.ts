import { z } from 'zod';

import { DEFAULT_DIAGONAL_INCHES, DEFAULT_DISTANCE_METRES } from '#shared/rules/visual-angle.ts';

const STORAGE_KEY = 'cuedesk.viewingPlace';

/** What the anchor was asked once about this device. */
export const ViewingAnswers = z.strictObject({
  diagonalInches: z.number().min(5).max(100),
  distanceMetres: z.number().min(0.3).max(10),
  theme: z.enum(['dark', 'light']),
});
export type ViewingAnswers = z.infer<typeof ViewingAnswers>;

export const DEFAULT_ANSWERS: ViewingAnswers = {
  diagonalInches: DEFAULT_DIAGONAL_INCHES,
  distanceMetres: DEFAULT_DISTANCE_METRES,
  theme: 'dark',
};

/** Null when this device has not been asked, or what it remembers is unreadable. */
export function readViewingAnswers(storage: Storage): ViewingAnswers | null {
  const text = storage.getItem(STORAGE_KEY);
  if (text === null) return null;
  try {
    return ViewingAnswers.parse(JSON.parse(text));
  } catch (error) {
    console.warn('cuedesk: unreadable viewing place', error);
    return null;
  }
}

export function rememberViewingAnswers(storage: Storage, answers: ViewingAnswers): void {
  storage.setItem(STORAGE_KEY, JSON.stringify(answers));
}
