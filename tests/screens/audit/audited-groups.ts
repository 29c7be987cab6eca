import type { Browser } from '@playwright/test';

import type { Language } from '#renderer/i18n/messages.ts';

import { GROUPS } from '../groups.ts';
import { Studio } from '../studio.ts';
import { AuditCamera } from './audit-camera.ts';

/** What is quick to reach; `npm run screens -- --audit` looks through all groups. */
export const AUDITED = ['start', 'desk', 'prepare'] as const;

export type Audit = {
  /** States that could not be reached. */
  readonly failures: readonly string[];
  /** States that were looked at. */
  readonly looks: number;
  /** What is unreadable, nameless, cut, foreign or moving. */
  readonly faults: readonly string[];
};

/** Looks through one group of screens and states, in one language and both themes. */
export async function auditGroup(
  browser: Browser,
  language: Language,
  name: (typeof AUDITED)[number],
  hasPseudo: boolean,
): Promise<Audit> {
  const camera = new AuditCamera(hasPseudo, false);
  const studio = new Studio(browser, language, name, camera, () => undefined);
  await GROUPS[name]?.(studio);
  return { failures: studio.failures, looks: camera.looks, faults: camera.faults };
}
