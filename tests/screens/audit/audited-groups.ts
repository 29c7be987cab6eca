import { expect, test } from '@playwright/test';

import type { Language } from '#renderer/i18n/messages.ts';

import { GROUPS } from '../groups.ts';
import { buildPseudoPages } from '../pseudo/pseudo-pages.ts';
import { Studio } from '../studio.ts';
import { AuditCamera } from './audit-camera.ts';

/** What is quick to reach; `npm run screens -- --audit` looks through all groups. */
const AUDITED = ['start', 'desk'];
/** One test for each group of screens and states, in one language and both themes. */
export function auditGroups(language: Language): void {
  const hasPseudo = language === 'en';
  test.use({ trace: 'off' });
  // Each goes through a dozen states and more, on cores that may be busy with something else.
  test.setTimeout(480_000);
  if (hasPseudo) test.beforeAll(buildPseudoPages);

  for (const name of AUDITED) {
    test(`${name}, ${language}: nothing is unreadable, nameless, cut, foreign or moving`, async ({
      browser,
    }) => {
      const camera = new AuditCamera(hasPseudo, false);
      const studio = new Studio(browser, language, name, camera, () => undefined);
      await GROUPS[name]?.(studio);
      expect(studio.failures).toEqual([]);
      expect(camera.looks).toBeGreaterThan(0);
      expect(camera.faults).toEqual([]);
    });
  }
}
