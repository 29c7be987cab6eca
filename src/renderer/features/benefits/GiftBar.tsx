import { useEffect } from 'react';
import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import type { Gift } from '#renderer/actions/action-state.ts';
import {
  useActionState,
  useActionStore,
  usePerform,
} from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import floating from '#renderer/ui/Floating.module.css';

import styles from './GiftBar.module.css';

/** As long as a push can be undone, and somebody needs to see it. */
const LEFT_AFTER_MS = 8_000;

/** After something was given on air: what, when, and the way back; it takes no key but that of undo. */
export function GiftBar(): ReactElement | null {
  const gift = useActionState((state) => state.gift);
  const isOther = useDeskStore((desk) => desk.shownBookmark !== null || desk.shownSlipSeq !== null);
  return gift === null || isOther ? null : <OpenBar key={gift.seq} gift={gift} />;
}

function OpenBar({ gift }: { readonly gift: Gift }): ReactElement {
  const { t, format } = useI18n();
  const perform = usePerform();
  const store = useActionStore();
  useEffect(() => {
    const timer = setTimeout(() => store.setState({ gift: null }), LEFT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [store]);
  return (
    <section
      className={classNames(floating.floating, styles.bar)}
      aria-label={t('benefits.givenTitle')}
    >
      <span className={styles.title} role="status">
        {t('benefits.givenAt', { name: gift.name, time: format.time(gift.ts, null) })}
      </span>
      <Button onClick={() => perform({ type: 'takeBackBenefit' })}>
        {t('benefits.undo')} <ActionKey of="undo" />
      </Button>
      <Button
        tone="quiet"
        aria-label={t('common.close')}
        title={t('common.close')}
        onClick={() => store.setState({ gift: null })}
      >
        ✕
      </Button>
    </section>
  );
}
