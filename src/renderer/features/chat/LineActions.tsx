import type { ReactElement, ReactNode } from 'react';

import { commonHindrance, type ChatLine, type Hindrance } from '#renderer/actions/chat-line.ts';
import type { DeskAction } from '#renderer/actions/desk-action.ts';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { timeoutText } from '#renderer/i18n/timeout-text.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import { TIMEOUT_CHOICES_S, type LineAct } from '#shared/model/chat-act.ts';

import styles from './LineActions.module.css';

interface LineActionsProps {
  readonly id: string;
  readonly line: ChatLine;
  /** Something was done: what comes of it is said where this stood. */
  readonly onDone: () => void;
  /** What can be done on this desk alone. */
  readonly children: ReactNode;
}

type PlatformProps = Pick<LineActionsProps, 'line' | 'onDone'>;

/** All that can be done with a line: on its platform, with why not where it cannot, and here. */
export function LineActions({ id, line, onDone, children }: LineActionsProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const none = commonHindrance(line);
  const platform = platformName(i18n, line.platform);
  return (
    <div id={id} className={styles.actions} role="group" aria-label={t('act.moreHint')}>
      <section className={styles.part} aria-label={t('act.onPlatform', { platform })}>
        <h3 className={styles.title}>{t('act.onPlatform', { platform })}</h3>
        {none === null ? (
          <OnPlatform line={line} onDone={onDone} />
        ) : (
          <p className={styles.why}>{t('act.cannotAny', { reason: t(`reason.${none}`) })}</p>
        )}
      </section>
      <section className={styles.part} aria-label={t('act.here')}>
        <h3 className={styles.title}>{t('act.here')}</h3>
        <div className={styles.buttons}>{children}</div>
      </section>
    </div>
  );
}

function OnPlatform({ line, onDone }: PlatformProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const perform = usePerformed(onDone);
  const { lineSeq, hindrance, isPinned, isSilenced, timeoutMaxS } = line;
  const pin = isPinned ? 'unpin' : 'pin';
  const hasTimeout = hindrance.timeout === null;
  const times = TIMEOUT_CHOICES_S.filter((each) => each <= (timeoutMaxS ?? each));
  const shown: readonly LineAct[] = ['delete', pin, 'timeout', 'ban'];
  return (
    <>
      <div className={styles.buttons}>
        <Removal line={line} act="delete" onDone={onDone} />
        <Button
          disabled={hindrance[pin] !== null}
          onClick={() => perform({ type: 'moderate', act: pin, lineSeq })}
        >
          {t(`act.${pin}`)}
        </Button>
        <Removal line={line} act="ban" onDone={onDone} />
        {isSilenced && hindrance.unban === null && (
          <Button onClick={() => perform({ type: 'moderate', act: 'unban', lineSeq })}>
            {t('act.unban')}
          </Button>
        )}
      </div>
      <div className={styles.times} role="group" aria-label={t('act.timeout')}>
        <span className={styles.timesLabel} aria-hidden="true">
          {t('act.timeout')}
        </span>
        {times.map((durationS) => (
          <Button
            key={durationS}
            disabled={!hasTimeout}
            aria-label={t('act.timeoutFor', { time: timeoutText(i18n, durationS) })}
            onClick={() => perform({ type: 'timeout', lineSeq, durationS })}
          >
            {timeoutText(i18n, durationS)}
          </Button>
        ))}
      </div>
      <Why reasons={shown.map((act) => [act, hindrance[act]] as const)} />
    </>
  );
}

function usePerformed(onDone: () => void): (action: DeskAction) => void {
  const perform = usePerform();
  return (action) => {
    perform(action);
    onDone();
  };
}

/** Asks once more, in its own place. */
function Removal(props: PlatformProps & { readonly act: 'delete' | 'ban' }): ReactElement {
  const { line, act, onDone } = props;
  const { t } = useI18n();
  const perform = usePerformed(onDone);
  if (line.hindrance[act] !== null) return <Button disabled>{t(`act.${act}`)}</Button>;
  return (
    <ConfirmButton
      tone="plain"
      label={t(`act.${act}`)}
      confirmLabel={t(`act.${act}Sure`)}
      onConfirm={() => perform({ type: 'removeFromChat', act, lineSeq: line.lineSeq })}
    />
  );
}

/** Disabled buttons say nothing: each reason once, with what it stands in the way of. */
function Why({
  reasons,
}: {
  readonly reasons: readonly (readonly [LineAct, Hindrance | null])[];
}): ReactElement | null {
  const i18n = useI18n();
  const { t } = i18n;
  const found = [...new Set(reasons.flatMap(([, reason]) => reason ?? []))];
  if (found.length === 0) return null;
  return (
    <>
      {found.map((reason) => (
        <p key={reason} className={styles.why}>
          {t('act.cannot', { what: whatOf(i18n, reasons, reason), reason: t(`reason.${reason}`) })}
        </p>
      ))}
    </>
  );
}

function whatOf(
  { t }: I18n,
  reasons: readonly (readonly [LineAct, Hindrance | null])[],
  wanted: Hindrance,
): string {
  return reasons
    .filter(([, reason]) => reason === wanted)
    .map(([act]) => t(`act.${act}`))
    .join(t('act.listSeparator'));
}
