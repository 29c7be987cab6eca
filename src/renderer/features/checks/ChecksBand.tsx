import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { openRed } from '#shared/rules/preflight/preflight.ts';

import { useChecklist, useChecks } from './use-checks.ts';

/** Before a show: what is red, above everything; it hinders nobody from starting. */
export function ChecksBand(): ReactElement | null {
  return useShow()?.state === 'planned' ? <RedChecks /> : null;
}

function RedChecks(): ReactElement | null {
  const { t } = useI18n();
  const perform = usePerform();
  const checks = useChecks();
  const list = useChecklist();
  const red = openRed(checks, list?.overruled ?? []);
  if (list === null || red.length === 0) return null;
  const subjects = red.map(({ subject }) => t(`checks.subject.${subject}`));
  return (
    <Notice tone="warn">
      {t('checks.red', { subjects: subjects.join(t('common.separator')) })}{' '}
      <Button onClick={() => perform({ type: 'openPanel', panel: 'checks' })}>
        {t('checks.open')}
      </Button>
    </Notice>
  );
}
