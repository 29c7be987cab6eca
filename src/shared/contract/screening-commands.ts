import { Screening, ScreeningFilter } from '../model/screening.ts';

/** The part of the contract that looks over many shows. */
export const screeningCommands = {
  /** Ended live shows of the room that began within the period; what lies in the bin is left out. */
  'screening.get': { input: ScreeningFilter, output: Screening, callers: ['desk'] },
} as const;
