import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { usePromises } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';

import { PromiseActs } from './PromiseActs.tsx';
import { PromiseRow } from './PromiseRow.tsx';
import styles from './Promises.module.css';

/** As many as leave the shelf its room. */
const SHOWN = 2;

/** What was promised and is not settled, the next due first; nothing where nothing is. */
export function PromiseStrip(): ReactElement | null {
  const { t } = useI18n();
  const run = useCommand();
  const perform = usePerform();
  const { open } = usePromises();
  if (open.length === 0) return null;
  const hidden = open.length - SHOWN;
  return (
    <section className={styles.strip} aria-label={t('promise.title')}>
      <ul className={styles.list}>
        {open.slice(0, SHOWN).map((promise) => (
          <PromiseRow key={promise.id} promise={promise} end={null}>
            <PromiseActs
              promise={promise}
              isWhole={false}
              onSettle={({ id }, outcome) => void run('promise.settle', { promiseId: id, outcome })}
            />
          </PromiseRow>
        ))}
      </ul>
      {hidden > 0 && (
        <Button tone="quiet" onClick={() => perform({ type: 'openPromises' })}>
          {t('promise.more', { count: hidden })}
        </Button>
      )}
    </section>
  );
}
