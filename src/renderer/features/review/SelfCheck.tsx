import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { checkText } from '#renderer/i18n/check-text.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ShowId } from '#shared/model/ids.ts';
import { selfCheck, type Disagreement } from '#shared/rules/metrics/self-check.ts';

import styles from './findings/Findings.module.css';

/** Opens the sheet in which figures of a show are entered, also after its end. */
export function EnterFigures(): ReactElement {
  const { t } = useI18n();
  const openPanel = useDeskStore((desk) => desk.openPanel);
  return <Button onClick={() => openPanel('figures')}>{t('figures.open')}</Button>;
}

/** Opens the sheet in which a platform's exports are taken in. */
export function ImportFigures(): ReactElement {
  const { t } = useI18n();
  const openPanel = useDeskStore((desk) => desk.openPanel);
  return <Button onClick={() => openPanel('imported')}>{t('imported.open')}</Button>;
}

/** Opens the sheet that looks over many shows. */
export function OverShows(): ReactElement {
  const { t } = useI18n();
  const openPanel = useDeskStore((desk) => desk.openPanel);
  return <Button onClick={() => openPanel('screening')}>{t('screening.open')}</Button>;
}

/** Figures of the show that must agree and do not; nothing where all do. */
export function SelfCheck({ showId }: { readonly showId: ShowId }): ReactElement | null {
  const i18n = useI18n();
  const run = useCommand();
  // Entered in its sheet, they are looked at again when it closes.
  const panel = useDeskStore((desk) => desk.panel);
  const [apart, setApart] = useState<{
    readonly currency: string;
    readonly list: readonly Disagreement[];
  } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void run('figures.get', { showId }).then((result) => {
      if (!isCurrent || !result.ok) return;
      const { metrics, currency } = result.value;
      setApart({ currency, list: selfCheck(metrics, currency, []) });
    });
    return () => {
      isCurrent = false;
    };
  }, [run, showId, panel]);
  if (apart === null || apart.list.length === 0) return null;
  const title = i18n.t('check.title');
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.quiet}>
        {apart.list.map((each) => {
          const text = checkText(i18n, each, apart.currency);
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </section>
  );
}
