import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { dueText, proofText } from '#renderer/ui/improvement-text.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Result } from '#shared/contract/app-error.ts';

import styles from './ChecksSheet.module.css';
import type { Checklist } from './use-checks.ts';

interface OwnItemsProps {
  readonly list: Checklist;
  readonly onResult: (result: Result<unknown>) => boolean;
}

type Asked = NonNullable<Checklist['items'][number]['improvement']>;

/** Why a review asked for it, who sees to it, and what is to prove it. */
function AskedFor({ improvement }: { readonly improvement: Asked }): ReactElement {
  const i18n = useI18n();
  const { problem, owner } = improvement;
  const who = owner === '' ? i18n.t('improve.noOwner') : owner;
  return (
    <>
      <span className={styles.asked}>{problem}</span>
      <span className={styles.asked}>
        {[who, dueText(i18n, improvement, null), proofText(i18n, improvement)].join(' · ')}
      </span>
    </>
  );
}

/** One's own list, with what was left open last time. */
export function OwnItems({ list, onResult }: OwnItemsProps): ReactElement {
  const { t } = useI18n();
  const run = useCommand();
  const [text, setText] = useState('');
  const { items, carriable } = list;

  async function add(): Promise<void> {
    const result = await run('checklist.put', { id: null, text, state: 'open' });
    if (onResult(result)) setText('');
  }
  return (
    <section aria-label={t('checks.own')}>
      <h3 className={styles.heading}>{t('checks.own')}</h3>
      <ul className={styles.checks}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <label className={styles.found}>
              <input
                type="checkbox"
                checked={item.state === 'done'}
                onChange={({ target }) => {
                  const { id, text: same } = item;
                  const state = target.checked ? 'done' : 'open';
                  void run('checklist.put', { id, text: same, state }).then(onResult);
                }}
              />{' '}
              {item.text}
              {item.origin !== 'own' && (
                <span className={styles.quiet}> {t(`checks.origin.${item.origin}`)}</span>
              )}
              {item.improvement !== null && <AskedFor improvement={item.improvement} />}
            </label>
            <Button
              tone="quiet"
              aria-label={t('checks.removeNamed', { text: item.text })}
              onClick={() => void run('checklist.remove', { ids: [item.id] }).then(onResult)}
            >
              {t('checks.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void add();
        }}
      >
        <TextField label={t('checks.newItem')} value={text} maxLength={300} onChange={setText} />
        <Button type="submit" disabled={text.trim() === ''}>
          {t('checks.add')}
        </Button>
      </form>
      {carriable > 0 && (
        <Button onClick={() => void run('checklist.carry', {}).then(onResult)}>
          {t('checks.carry', { count: carriable })}
        </Button>
      )}
    </section>
  );
}
