import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { useEditedProposal, useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useQuestions } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useRisk } from '#renderer/ui/use-risk-note.ts';
import { CUE_TEXT_MAX } from '#shared/model/cue.ts';
import type { Proposal } from '#shared/model/proposal.ts';

import { overLimit } from '../cue-rules.ts';
import styles from './ProposalsPanel.module.css';

/** The words of a proposal as they are changed: Enter sends them, Esc leaves it as it was. */
export function EditedProposal({ proposal }: { readonly proposal: Proposal }): ReactElement {
  const { t } = useI18n();
  const runInArea = useRunInArea();
  const { open } = useQuestions();
  const setEdited = useEditedProposal();
  const { seq: proposalSeq, evidence } = proposal;
  const asked =
    evidence.kind === 'question' ? open.find(({ id }) => id === evidence.questionId) : undefined;
  const [text, setText] = useState(proposal.text === '' ? (asked?.text ?? '') : proposal.text);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const risk = useRisk(text);
  const over = overLimit(text);
  const canSend = text.trim() !== '' && over === 0 && !isBusy;

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  async function send(): Promise<void> {
    if (!canSend) return;
    setBusy(true);
    const result = await runInArea('cues', 'proposal.send', { proposalSeq, text: text.trim() });
    setBusy(false);
    if (result.ok) setEdited(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setEdited(null);
    }
    if (event.key === 'Enter' && !event.repeat) {
      event.preventDefault();
      void send();
    }
  }

  return (
    <div className={styles.edited}>
      <TextField
        label={t('triggers.text')}
        isLabelHidden
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
        inputRef={field}
        risk={risk}
        error={over > 0 ? t('cues.tooLong', { max: CUE_TEXT_MAX, over }) : null}
      />
      <Button tone="go" disabled={!canSend} onClick={() => void send()}>
        {t('triggers.send')}
      </Button>
      <Button tone="quiet" onClick={() => setEdited(null)}>
        {t('triggers.cancel')}
      </Button>
    </div>
  );
}
