import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useHost } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Notices } from '#shared/model/notices.ts';

import styles from './AboutSheet.module.css';
import { useNotices } from './use-notices.ts';

interface AboutSheetProps {
  loadNotices(): Promise<Notices>;
  onClose(): void;
}

/** What this is, in which version, and under which licences everything inside it comes. */
export function AboutSheet({ loadNotices, onClose }: AboutSheetProps): ReactElement {
  const { t } = useI18n();
  const host = useHost();
  return (
    <Dialog title={t('about.title')} onClose={onClose}>
      <div className={styles.body}>
        <section className={styles.section}>
          <p className={styles.name}>{t('about.product')}</p>
          <dl className={styles.facts}>
            <div>
              <dt>{t('about.version')}</dt>
              <dd>{host?.version ?? '—'}</dd>
            </div>
            <div>
              <dt>{t('about.host')}</dt>
              <dd>{t(host?.kind === 'app' ? 'about.host.app' : 'about.host.browser')}</dd>
            </div>
          </dl>
          <p className={styles.text}>{t('about.promise')}</p>
        </section>
        <Licences loadNotices={loadNotices} isApp={host?.kind === 'app'} />
      </div>
    </Dialog>
  );
}

interface LicencesProps {
  readonly isApp: boolean;
  loadNotices(): Promise<Notices>;
}

function Licences({ isApp, loadNotices }: LicencesProps): ReactElement {
  const { t } = useI18n();
  const load = useNotices(loadNotices);
  return (
    <section className={styles.section}>
      <h3>{t('about.licences')}</h3>
      {load.state === 'failed' && (
        <>
          <Notice tone="warn">{t('about.licencesFailed', { reason: load.reason })}</Notice>
          <div>
            <Button onClick={load.retry}>{t('common.retry')}</Button>
          </div>
        </>
      )}
      {load.state === 'loading' && <p className={styles.text}>{t('common.loading')}</p>}
      {load.state === 'ready' && (
        <>
          <LicenceText title={t('about.own')} text={load.notices.own} />
          <p className={styles.text}>
            {t('about.inside', { count: load.notices.packages.length })}
          </p>
          {load.notices.packages.map(({ name, version, licence, text }) => (
            <LicenceText
              key={`${name} ${version}`}
              title={`${name} ${version}${t('common.separator')}${licence}`}
              text={text}
            />
          ))}
        </>
      )}
      {isApp && <p className={styles.text}>{t('about.runtime')}</p>}
    </section>
  );
}

function LicenceText({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <details className={styles.licence} translate="no">
      <summary>{title}</summary>
      <pre>{text}</pre>
    </details>
  );
}
