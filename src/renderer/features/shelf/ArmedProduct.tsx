import type { KeyboardEvent, ReactElement } from 'react';

import type { Armed, Push, ShelfItem } from '#shared/model/product.ts';
import { useActionState, usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import { useWallNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';

import styles from './ArmedCard.module.css';
import { PriceLadder } from './PriceLadder.tsx';
import { Swatch } from './Swatch.tsx';
import { UndoButton } from './UndoButton.tsx';
import { useStockText } from './use-stock-text.ts';

interface ArmedProductProps {
  readonly armed: Armed;
  readonly item: ShelfItem;
  /** The push before, while it can still be undone. */
  readonly lastPush: Push | null;
}

export function ArmedProduct({ armed, item, lastPush }: ArmedProductProps): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const stock = useStockText(item);
  const isGoing = useActionState((state) => state.isGoing);
  const isArming = useActionState(({ armingCount }) => armingCount > 0);

  return (
    <>
      <div className={styles.head}>
        <span className={styles.title}>
          <output>{t('push.armed', { number: armed.linkNumber })}</output>
          {t('common.separator')}
          <ExpiresIn expiresTs={armed.expiresTs} />
        </span>
        {lastPush !== null && <UndoButton push={lastPush} isShort />}
        <Button
          tone="quiet"
          aria-label={t('push.disarm')}
          onClick={() => perform({ type: 'disarm' })}
        >
          <Kbd>Esc</Kbd>
        </Button>
      </div>
      <div className={styles.product}>
        <Swatch colors={item.swatch} />
        <div>
          <div className={styles.name} title={item.name}>
            {item.name}
          </div>
          <PriceLadder product={item} />
        </div>
      </div>
      <Facts armed={armed} stockText={stock.text} benefit={item.benefit} />
      <Targets armed={armed} />
      <Button
        tone="go"
        className={styles.go}
        disabled={isGoing || isArming}
        onClick={() => perform({ type: 'go' })}
        onKeyDown={holdsNothingBack}
      >
        {isGoing ? t('push.going') : t('push.go')}
        <Kbd className={styles.goKey}>Enter</Kbd>
      </Button>
    </>
  );
}

/** A held Enter would press the button again and again; GO is once per press. */
function holdsNothingBack(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}

function ExpiresIn({ expiresTs }: { readonly expiresTs: number }): ReactElement {
  const { t } = useI18n();
  const leftMs = expiresTs - useWallNow(250);
  if (leftMs <= 0) return <span>{t('push.expired')}</span>;
  return <span>{t('push.expiresIn', { seconds: Math.ceil(leftMs / 1000) })}</span>;
}

/** Warnings take the place of what is merely good to know. */
function Facts(props: {
  readonly armed: Armed;
  readonly stockText: string;
  readonly benefit: string;
}): ReactElement {
  const { t } = useI18n();
  const { armed, stockText, benefit } = props;
  const warnings = armed.warnings.map((code) => {
    const key = `push.warning.${code}`;
    return isMessageKey(key) ? t(key) : t('push.warning.other', { code });
  });
  const cue = armed.linkedCueText;
  return (
    <>
      <div className={styles.line} title={benefit}>
        {warnings.length > 0 ? (
          <span className={styles.warning} role="alert">
            {warnings.join(t('common.listSeparator'))}
          </span>
        ) : (
          [stockText, benefit].filter(Boolean).join(t('common.separator'))
        )}
      </div>
      {cue !== null && (
        <div className={styles.line} title={cue}>
          {t('push.linkedCue', { text: cue })}
        </div>
      )}
    </>
  );
}

function Targets({ armed }: { readonly armed: Armed }): ReactElement {
  const { t } = useI18n();
  const absent = armed.preview.filter(({ isConnected }) => !isConnected);
  return (
    <div className={styles.targets}>
      <span>{t('push.targets')}</span>
      {armed.preview
        .filter(({ isConnected }) => isConnected)
        .map(({ target }) => (
          <span key={target} className={styles.target}>
            {t(`push.target.${target}`)}
          </span>
        ))}
      {absent.length > 0 && (
        <span>
          {t('push.notConnectedList', {
            targets: absent
              .map(({ target }) => t(`push.target.${target}`))
              .join(t('common.listSeparator')),
          })}
        </span>
      )}
    </div>
  );
}
