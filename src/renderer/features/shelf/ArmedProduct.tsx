import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { PUSH_GUARDS, type Armed, type Push, type ShelfItem } from '#shared/model/product.ts';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';

import styles from './ArmedCard.module.css';
import { guardTexts } from './guard-texts.ts';
import { useExpiresText } from './ExpiresIn.tsx';
import { GoButton } from './GoButton.tsx';
import { PushedProduct } from './PushedProduct.tsx';
import { UndoButton } from './UndoButton.tsx';

interface ArmedProductProps {
  readonly armed: Armed;
  readonly item: ShelfItem;
  /** The push before, while it can still be undone. */
  readonly lastPush: Push | null;
}

interface FactsProps {
  readonly armed: Armed;
  readonly lastPush: Push | null;
  readonly benefit: string;
  /** Of the armed product. */
  readonly currency: string;
}

export function ArmedProduct({ armed, item, lastPush }: ArmedProductProps): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  return (
    <>
      <div className={styles.head}>
        <ArmedTitle armed={armed} />
        {lastPush !== null && <UndoButton push={lastPush} isShort />}
        <Button tone="quiet" title={t('push.disarm')} onClick={() => perform({ type: 'disarm' })}>
          <VisuallyHidden>{t('push.disarm')} </VisuallyHidden>
          <ActionKey of="disarm" />
        </Button>
      </div>
      <PushedProduct item={item} />
      <Facts armed={armed} benefit={item.benefit} currency={item.currency} lastPush={lastPush} />
      <Targets armed={armed} />
      <GoButton className={styles.go} />
    </>
  );
}

/** Beside the way back of the push before there may be no room for all of it. */
function ArmedTitle({ armed }: { readonly armed: Armed }): ReactElement {
  const { t } = useI18n();
  const said = t('push.armed', { number: armed.linkNumber });
  const expires = useExpiresText(armed.expiresTs);
  return (
    <span className={styles.title} title={`${said}${t('common.separator')}${expires}`}>
      <output>{said}</output>
      {t('common.separator')}
      <span>{expires}</span>
    </span>
  );
}

/** One line: what failed of the push before, what deserves a second look, else what is said along, else the benefit. */
function Facts({ armed, benefit, currency, lastPush }: FactsProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const guards = guardTexts(i18n, armed, currency);
  const reasons = guards.join(t('common.listSeparator'));
  const stopped = t(armed.isOverruled ? 'push.overruled' : 'push.stopped', { reasons });
  // A guard says more than the warning of the same thing.
  const others = armed.warnings.filter(
    (code) => !isGuard(code) && !(code === 'stock_low' && armed.guards.includes('stock_last')),
  );
  const warnings = others.map((code) => {
    const key = `push.warning.${code}`;
    return isMessageKey(key) ? t(key) : t('push.warning.other', { code });
  });
  const failed = lastPush?.targets.filter(({ state }) => state === 'failed') ?? [];
  const cue = armed.linkedCueText;
  const cueText = cue === null ? '' : t('push.linkedCue', { text: cue });
  return (
    <div className={styles.line} title={[cueText, benefit].filter(Boolean).join('\n')}>
      {lastPush !== null && failed.length > 0 && (
        <span className={styles.failedBefore}>
          {t('push.failedCount', { number: lastPush.linkNumber, count: failed.length })}
          {t('common.separator')}
        </span>
      )}
      {guards.length > 0 && (
        <span className={styles.stopped} role="alert">
          {stopped}
          {t('common.separator')}
        </span>
      )}
      {warnings.length > 0 && (
        <span className={styles.warning} role="alert">
          {warnings.join(t('common.listSeparator'))}
        </span>
      )}
      {warnings.length > 0 && cueText !== '' && t('common.separator')}
      {cueText}
      {warnings.length === 0 && cueText === '' && benefit}
    </div>
  );
}

function isGuard(code: string): boolean {
  return PUSH_GUARDS.some((guard) => guard === code);
}

/** What goes where; a target that is not there says so and is left out by GO. */
function Targets({ armed }: { readonly armed: Armed }): ReactElement {
  const { t } = useI18n();
  return (
    <ul className={styles.targets} aria-label={t('push.targets')}>
      {armed.preview.map(({ target, outletId, name, isConnected, text, problem }) => {
        const key = `target.reason.${problem}`;
        const why =
          problem === null
            ? t(target === 'cue' ? 'push.noCue' : 'push.notConnected')
            : isMessageKey(key)
              ? t(key)
              : t('target.reason.other', { reason: problem });
        const label = outletId === null ? t(`push.target.${target}`) : name;
        return (
          <li
            key={`${target} ${outletId}`}
            className={classNames(
              styles.target,
              outletId === null && styles.own,
              !isConnected && styles.absent,
            )}
            title={text === '' ? undefined : `${t(`push.target.${target}`)}: ${text}`}
          >
            {label}
            {text !== '' && isConnected && <span className={styles.sendsText}>{text}</span>}
            {!isConnected && <span className={styles.absence}>{` ${why}`}</span>}
          </li>
        );
      })}
    </ul>
  );
}
