import { useId } from 'react';
import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useCues, useShelf } from '#renderer/store/selectors.ts';
import { useMarks } from '#renderer/store/use-marks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import type { Alert } from '#shared/model/alert.ts';

import { causesLine, evidenceLines, headline, ruleName } from './alert-text.ts';
import styles from './AlertsPanel.module.css';

/** One alert: what, how much against what, what came before it, and one thing to do. */
export function AlertCard({ alert }: { readonly alert: Alert }): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const perform = usePerform();
  const marks = useMarks();
  const titleId = useId();
  const { seq, severity, ts } = alert;
  const causes = causesLine(i18n, alert, marks);
  return (
    <li className={classNames(styles.card, styles[severity])} aria-labelledby={titleId}>
      <div className={styles.top}>
        <h3 id={titleId}>{headline(i18n, alert)}</h3>
        <time>{format.time(ts, null)}</time>
      </div>
      <p className={styles.evidence}>
        {[ruleName(i18n, alert), ...evidenceLines(i18n, alert)].join(t('common.separator'))}
      </p>
      {causes !== null && <p className={styles.evidence}>{causes}</p>}
      <div className={styles.buttons}>
        <ProposedAction alert={alert} />
        <Button onClick={() => perform({ type: 'answerAlert', seq, answer: 'seen' })}>
          {t('alerts.answer.seen')}
        </Button>
        <Button
          tone="quiet"
          onClick={() => perform({ type: 'answerAlert', seq, answer: 'snoozed' })}
        >
          {t('alerts.answer.snoozed')}
        </Button>
        <Button tone="quiet" onClick={() => perform({ type: 'answerAlert', seq, answer: 'never' })}>
          {t('alerts.answer.never')}
        </Button>
      </div>
    </li>
  );
}

/** The product that is spoken of, one key from being armed; a product that left the list is no offer. */
function ArmProposed({ alert }: { readonly alert: Alert }): ReactElement | null {
  const { t } = useI18n();
  const perform = usePerform();
  const { items } = useShelf();
  const { evidence } = alert;
  const link = evidence.kind === 'shelf' ? evidence.proposed : null;
  const item = items.find(({ linkNumber }) => linkNumber === link);
  if (item === undefined) return null;
  return (
    <Button
      tone="go"
      className={styles.cue}
      title={item.name}
      onClick={() => perform({ type: 'alignShelf' })}
    >
      {t('alerts.arm', { link: item.linkNumber, name: item.name })} <ActionKey of="alignShelf" />
    </Button>
  );
}

/** The first pinned cue of the kind, else the first of the deck; doing it answers the alert too. */
function ProposedAction({ alert }: { readonly alert: Alert }): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { deck } = useCues();
  const { seq, action } = alert;
  const done = () => perform({ type: 'answerAlert', seq, answer: 'seen' });
  if (action.kind === 'look') {
    return (
      <Button
        tone="go"
        onClick={() => {
          if (action.at === 'questions') perform({ type: 'pickQuestion' });
          else perform({ type: 'openPanel', panel: action.at });
          done();
        }}
      >
        {t(`alerts.look.${action.at}`)}
      </Button>
    );
  }
  if (action.kind === 'arm') return <ArmProposed alert={alert} />;
  const cards = deck.filter(({ kind }) => kind === action.cueKind);
  const card = cards.find(({ pinnedSlot }) => pinnedSlot !== null) ?? cards[0];
  if (card === undefined) {
    return (
      <span className={styles.none}>
        {t('alerts.noCue', { kind: t(`cues.kindOf.${action.cueKind}`) })}
      </span>
    );
  }
  const { id: cardId, text } = card;
  return (
    <Button
      tone="go"
      className={styles.cue}
      title={text}
      onClick={() => {
        perform({ type: 'sendCue', cardId, text });
        done();
      }}
    >
      {t('alerts.sendCue', { text })}
    </Button>
  );
}
