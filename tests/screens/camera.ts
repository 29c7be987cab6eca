import type { Page } from '@playwright/test';

import type { Language } from '#renderer/i18n/messages.ts';

export type Theme = 'dark' | 'light';

/**
 * `desk`: a main screen, in both themes and at both sizes. `trouble`: a state of the desk, in one
 * theme a language. `screen`: a page of a size of its own, in both themes. `plain`: a page without
 * themes, over nothing.
 */
export type ShotKind = 'desk' | 'trouble' | 'screen' | 'plain';

export type Shot = {
  readonly page: Page;
  readonly language: Language;
  readonly group: string;
  readonly name: string;
  readonly kind: ShotKind;
  /** Milliseconds until what is drawn rarely, and transitions, have come to rest; 0: the state does not wait. */
  readonly settleMs: number;
  /** Texts that people wrote, which stand on the screen as they are. */
  readonly written: () => readonly string[];
};

/** What is done with a state once it is on the screen. */
export interface Camera {
  /** Minutes of show are waited for; without, a state is shown as soon as it can be. */
  readonly isPatient: boolean;
  take(shot: Shot): Promise<void>;
  /** Before the first page of a context is opened. */
  prepare(page: Page): Promise<void>;
}

/** The theme in which a language's states of trouble are shown. */
export const OWN_THEME: Readonly<Record<Language, Theme>> = { 'zh-CN': 'dark', en: 'light' };

/** The page in this theme, however it comes to its theme: by the system's, or by its own mark. */
export async function showTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.evaluate((wanted) => {
    document.documentElement.dataset['theme'] = wanted;
  }, theme);
}
