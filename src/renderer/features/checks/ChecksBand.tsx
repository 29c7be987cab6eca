import { useState } from 'react';
import type { ReactElement } from 'react';

import { usePerform, useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { openRed } from '#shared/rules/preflight/preflight.ts';

import { useChecklist, useChecks } from './use-checks.ts';

/** Before a show: what is red, and what earlier shows left; it hinders nobody from starting. */
export function ChecksBand(): ReactElement | null {
  const show = useShow();
  if (show?.state !== 'planned') return null;
  return (
    <>
      <RedChecks />
      {show.origin === 'live' && <LeftOver key={show.id} />}
    </>
  );
}

/** What reviews asked for and the last list left open is offered without being asked for, once. */
function LeftOver(): ReactElement | null {
  const { t } = useI18n();
  const runInArea = useRunInArea();
  const [isDeclined, setDeclined] = useState(false);
  const count = useChecklist()?.carriable ?? 0;
  if (isDeclined || count === 0) return null;
  return (
    <Notice tone="info" onDismiss={() => setDeclined(true)}>
      {t('checks.left', { count })}{' '}
      <Button onClick={() => void runInArea('show', 'checklist.carry', {})}>
        {t('checks.carry', { count })}
      </Button>
    </Notice>
  );
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
