import { z } from 'zod';

import { Timestamp } from './ids.ts';

export const LanguagePreference = z.enum(['zh-CN', 'en', 'system']);
export type LanguagePreference = z.infer<typeof LanguagePreference>;

export const ThemePreference = z.enum(['system', 'dark', 'light']);
export type ThemePreference = z.infer<typeof ThemePreference>;

/** What holds for every window of one data folder; null was never chosen, each window decides. */
export const Settings = z.strictObject({
  language: LanguagePreference.nullable(),
  theme: ThemePreference.nullable(),
});
export type Settings = z.infer<typeof Settings>;

export const NO_SETTINGS: Settings = { language: null, theme: null };

/** A settings file that could not be read whole; said until it is acknowledged. */
export const DamagedSettings = z.strictObject({
  /** Where the old file is now; null when it could not be moved. */
  movedTo: z.string().nullable(),
  foundTs: Timestamp,
});
export type DamagedSettings = z.infer<typeof DamagedSettings>;
