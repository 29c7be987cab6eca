import { useState } from 'react';
import type { ReactElement } from 'react';

import type { PushId } from '#shared/model/ids.ts';
import type { TargetAnswer } from '#shared/model/product.ts';
import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';

import styles from './ArmedCard.module.css';

interface ManualAnswerProps {
  readonly pushId: PushId;
  readonly answer: TargetAnswer;
}

/** What a person is to do in a console now, and the two answers there are. */
export function ManualAnswer({ pushId, answer }: ManualAnswerProps): ReactElement | null {
  const { t } = useI18n();
  const run = useCommand();
  const [isCopied, setCopied] = useState(false);
  const { outletId, text } = answer;
  if (outletId === null) return null;
  return (
    <div className={styles.manual} role="group" aria-label={t('outlets.manualRegion')}>
      <span className={styles.manualText} title={text}>
        {text}
      </span>
      <Button onClick={() => void run('outlet.confirm', { pushId, outletId, isDone: true })}>
        {t('outlets.manualDone')}
        <ActionKey of="confirmManual" />
      </Button>
      <Button
        tone="quiet"
        onClick={() => void run('outlet.confirm', { pushId, outletId, isDone: false })}
      >
        {t('outlets.manualNotDone')}
      </Button>
      <Button tone="quiet" onClick={() => void copyText(text).then(setCopied)}>
        {t(isCopied ? 'outlets.manualCopied' : 'outlets.manualCopy')}
      </Button>
    </div>
  );
}
