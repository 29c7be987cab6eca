import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { DeskPanel } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import type { CheckLight, CheckSubject } from '#shared/model/checklist.ts';
import type { FoundCheck } from '#shared/rules/preflight/preflight.ts';

import styles from './ChecksSheet.module.css';

/** Where it can be put right; null where that is not a sheet. */
const PLACE: Readonly<Record<CheckSubject, DeskPanel>> = {
  sources: 'sources',
  screens: 'screens',
  outlets: 'outlets',
  shelf: 'products',
  stock: 'catalogue',
  plan: 'plan',
  words: 'plan',
};
/** By shape as well as colour. */
const SHAPE: Readonly<Record<CheckLight, string>> = { green: '✓', amber: '!', red: '✕' };

interface CheckRowProps {
  readonly check: FoundCheck;
  /** Somebody took it on themselves. */
  readonly isOverruled: boolean;
}

/** One check: its light, what was found and what to do, and the way there. */
export function CheckRow({ check, isOverruled }: CheckRowProps): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { subject, light, finding, names, count } = check;
  const told = names.join(t('common.separator'));
  return (
    <li className={styles.check}>
      <span className={classNames(styles.light, styles[light])} aria-hidden="true">
        {SHAPE[light]}
      </span>
      <p className={styles.found}>
        <b>
          {t(`checks.subject.${subject}`)} · {t(`checks.light.${light}`)}
        </b>{' '}
        {t(`checks.finding.${finding}`, { names: told, count })}
        {isOverruled && ` ${t('checks.isOverruled')}`}
      </p>
      {light !== 'green' && (
        <Button onClick={() => perform({ type: 'openPanel', panel: PLACE[subject] })}>
          {t('checks.open.subject')}
        </Button>
      )}
    </li>
  );
}
