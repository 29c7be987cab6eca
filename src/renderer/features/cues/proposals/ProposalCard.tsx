import { useId, useState } from 'react';
import type { ReactElement } from 'react';

import { useActionState, usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { usePromises, useQuestions } from '#renderer/store/selectors.ts';
import { useWallNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { timeNote } from '#renderer/ui/time-note.ts';
import { triggerName } from '#renderer/ui/trigger-name.ts';
import { useRiskNote } from '#renderer/ui/use-risk-note.ts';
import type { Proposal, ProposalScore } from '#shared/model/proposal.ts';
import { pointsOf } from '#shared/rules/cue-triggers/rank.ts';

import { EditedProposal } from './EditedProposal.tsx';
import { proposalText, whyLine } from './proposal-text.ts';
import styles from './ProposalsPanel.module.css';

/** One proposed cue: its words, why in one line, and what to do with it. */
export function ProposalCard({ proposal }: { readonly proposal: Proposal }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const perform = usePerform();
  const { open } = useQuestions();
  const isEdited = useActionState(({ editedProposal }) => editedProposal === proposal.seq);
  const [isScoreShown, setScoreShown] = useState(false);
  const textId = useId();
  const { seq: proposalSeq, slot, priority, score } = proposal;
  const text = proposalText(i18n, proposal, open);
  const note = useNote(proposal.text);
  const points = pointsOf(score);
  const rule = triggerName(i18n, proposal.ruleId, proposal.name);
  const reason = whyLine(i18n, proposal.evidence);
  // The reason says it by itself; the name of one's own rule says more.
  const why = proposal.name === null ? reason : [rule, reason].join(t('common.separator'));
  if (isEdited) {
    return (
      <li className={classNames(styles.card, styles[priority])}>
        <EditedProposal proposal={proposal} />
      </li>
    );
  }
  return (
    <li className={classNames(styles.card, styles[priority])}>
      <p id={textId} className={styles.text} title={text}>
        {text}
      </p>
      <Button
        tone="go"
        className={styles.send}
        aria-describedby={textId}
        onClick={() => perform({ type: 'sendProposal', proposalSeq })}
      >
        {t('triggers.send')} {slot !== null && <Kbd>{`Alt ${slot}`}</Kbd>}
      </Button>
      <p className={classNames(styles.why, note !== null && styles.noted)} title={note ?? why}>
        {note ?? (isScoreShown ? scoreLine(i18n, score) : why)}
      </p>
      <span className={styles.small}>
        <button
          type="button"
          aria-pressed={isScoreShown}
          aria-label={t('triggers.scoreNamed', { points })}
          title={scoreLine(i18n, score)}
          onClick={() => setScoreShown(!isScoreShown)}
        >
          {t('triggers.score', { points })}
        </button>
        <button
          type="button"
          aria-label={t('triggers.editNamed', { text })}
          onClick={() => perform({ type: 'editProposal', proposalSeq })}
        >
          {t('triggers.edit')}
        </button>
        <button
          type="button"
          aria-label={t('triggers.dropNamed', { text })}
          title={t('triggers.drop')}
          onClick={() => perform({ type: 'dropProposal', proposalSeq })}
        >
          ✕
        </button>
      </span>
    </li>
  );
}

/** What is wrong with a line about to be said: a word of risk first, then a time that cannot be. */
function useNote(text: string): string | null {
  const i18n = useI18n();
  const { open } = usePromises();
  const wallNow = useWallNow(10_000);
  const risk = useRiskNote(text);
  return risk ?? timeNote(i18n, text, wallNow, open);
}

function scoreLine({ t, format }: I18n, score: ProposalScore): string {
  const { urgency, evidence, lift, fatigue, dropped } = score;
  const signed = (points: number): string => format.number(points);
  return [
    t('triggers.part.urgency', { points: signed(urgency) }),
    t('triggers.part.evidence', { points: signed(evidence) }),
    lift === null
      ? t('triggers.part.liftUnknown')
      : t('triggers.part.lift', { points: signed(lift) }),
    t('triggers.part.fatigue', { points: signed(fatigue) }),
    t('triggers.part.dropped', { points: signed(dropped) }),
  ].join(t('common.separator'));
}
