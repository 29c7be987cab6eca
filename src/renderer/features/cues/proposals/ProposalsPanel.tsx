import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useProposals } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { TRIGGER_MODES, type TriggerMode } from '#shared/model/cue-trigger.ts';
import { PROPOSAL_SLOTS } from '#shared/model/proposal.ts';

import { LackingRules } from './LackingRules.tsx';
import { ProposalCard } from './ProposalCard.tsx';
import styles from './ProposalsPanel.module.css';

const SLOTS = Array.from({ length: PROPOSAL_SLOTS }, (_, index) => index + 1);

/** What the desk proposes to tell the anchor now: three places, in which nothing ever moves. */
export function ProposalsPanel(): ReactElement {
  const { t } = useI18n();
  const { mode, open } = useProposals();
  const waiting = open.filter(({ slot }) => slot === null);
  return (
    <div className={styles.panel}>
      <ModeLine />
      {open.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState title={t(mode === 'hold' ? 'triggers.held' : 'triggers.empty')}>
            {mode === 'hold' ? '' : t('triggers.emptyHint')}
          </EmptyState>
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
          {waiting.map((proposal) => (
            <ProposalCard key={proposal.seq} proposal={proposal} />
          ))}
        </ul>
      )}
      <LackingRules />
    </div>
  );
}

/** Who sends, and what is in the way of proposals just now. */
function ModeLine(): ReactElement {
  const { t, format } = useI18n();
  const perform = usePerform();
  const { mode, heldBy, quietUntilTs } = useProposals();
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
      <span className={styles.state}>{state}</span>
    </div>
  );
}
