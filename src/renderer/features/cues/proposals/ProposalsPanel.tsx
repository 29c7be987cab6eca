import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useIsReading, useProposals } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { TRIGGER_MODES, type TriggerMode } from '#shared/model/cue-trigger.ts';
import { PROPOSAL_SLOTS } from '#shared/model/proposal.ts';

import { LackingRules } from './LackingRules.tsx';
import { whyLine } from './proposal-text.ts';
import { ProposalCard } from './ProposalCard.tsx';
import styles from './ProposalsPanel.module.css';

const SLOTS = Array.from({ length: PROPOSAL_SLOTS }, (_, index) => index + 1);

/** What the desk proposes to tell the anchor now: three places, in which nothing ever moves. */
export function ProposalsPanel(): ReactElement {
  const { t } = useI18n();
  const { mode, open } = useProposals();
  const isReading = useIsReading();
  return (
    <div className={styles.panel}>
      <ModeLine />
      {open.length === 0 ? (
        <div className={styles.empty}>
          {isReading ? (
            <EmptyState title={t('desk.reading')} />
          ) : (
            <EmptyState title={t(mode === 'hold' ? 'triggers.held' : 'triggers.empty')}>
              {mode === 'hold' ? '' : t('triggers.emptyHint')}
            </EmptyState>
          )}
        </div>
      ) : (
        <ul className={styles.list} aria-label={t('triggers.list')}>
          {SLOTS.map((slot) => {
            const proposal = open.find((each) => each.slot === slot);
            return proposal === undefined ? (
              <li
                key={slot}
                className={styles.free}
                aria-label={t('triggers.slotFree', { slot })}
              />
            ) : (
              <ProposalCard key={slot} proposal={proposal} />
            );
          })}
        </ul>
      )}
      <LackingRules />
    </div>
  );
}

/** Who sends, and what is in the way of proposals just now. */
function ModeLine(): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const perform = usePerform();
  const { mode, heldBy, quietUntilTs, open } = useProposals();
  const waiting = open.find(({ slot }) => slot === null);
  const showNow = useShowNow(1_000);
  const quietMs = quietUntilTs === null || showNow === null ? 0 : quietUntilTs - showNow;
  const state =
    mode === 'hold'
      ? ''
      : heldBy !== null
        ? t(`triggers.heldBy.${heldBy}`)
        : quietMs > 0
          ? t('triggers.quiet', { clock: format.span(quietMs) })
          : '';
  return (
    <div className={styles.mode}>
      <select
        aria-label={t('triggers.mode')}
        className={styles.select}
        value={mode}
        onChange={(event) => {
          const chosen = TRIGGER_MODES.find((each) => each === event.target.value);
          if (chosen !== undefined) perform({ type: 'setTriggerMode', mode: chosen });
        }}
      >
        {TRIGGER_MODES.map((each: TriggerMode) => (
          <option key={each} value={each}>
            {t(`triggers.mode.${each}`)}
          </option>
        ))}
      </select>
      {waiting === undefined ? (
        <span className={styles.state}>{state}</span>
      ) : (
        // Where it moves nothing: it gets the first place that comes free.
        <Button
          tone="danger"
          className={styles.urgent}
          title={whyLine(i18n, waiting.evidence)}
          aria-label={t('triggers.sendNamed', { text: waiting.text })}
          onClick={() => perform({ type: 'sendProposal', proposalSeq: waiting.seq })}
        >
          {waiting.text}
        </Button>
      )}
    </div>
  );
}
