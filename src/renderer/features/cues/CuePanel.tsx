import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import type { CueCard, SentCue } from '#shared/model/cue.ts';
import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { CUE_TABS, useDeskStore } from '#renderer/store/desk-store.ts';
import { useAlerts, useCues, useProposals, useThanks } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Split } from '#renderer/ui/Split.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';

import { CardSheet } from './CardSheet.tsx';
import { openHelp } from './cue-rules.ts';
import styles from './CuePanel.module.css';
import { DeckCards } from './DeckCards.tsx';
import { ProposalsPanel } from './proposals/ProposalsPanel.tsx';
import { FreeCue } from './FreeCue.tsx';
import { SentRow } from './SentRow.tsx';
import { ThanksList } from './ThanksList.tsx';

interface CuePanelProps {
  /** What stands on the tab of the alerts. */
  readonly alerts: ReactNode;
}

/** The prepared cues or what is off, a line of one's own, and what came of what was sent. */
export function CuePanel({ alerts }: CuePanelProps): ReactElement {
  const { t } = useI18n();
  const { deck, sent } = useCues();
  const [sheet, setSheet] = useState<{ readonly card: CueCard | null } | null>(null);
  const help = openHelp(sent);

  return (
    <div className={styles.panel}>
      {help !== null && (
        <div className={styles.help} role="alert">
          {t('cues.help', { text: help.text })}
        </div>
      )}
      <Split
        name="cues"
        orientation="horizontal"
        dividers={[t('cues.divider')]}
        parts={[
          {
            id: 'deck',
            size: '53%',
            smallest: 160,
            content: (
              <Deck
                deck={deck}
                alerts={alerts}
                onAdd={() => setSheet({ card: null })}
                onEdit={(card) => setSheet({ card })}
              />
            ),
          },
          { id: 'sent', smallest: 130, content: <Sent sent={sent} /> },
        ]}
      />
      {sheet !== null && (
        <CardSheet key={sheet.card?.id} card={sheet.card} onClose={() => setSheet(null)} />
      )}
    </div>
  );
}

const TAB_WORDS = {
  proposals: 'triggers.tab',
  deck: 'cues.title',
  alerts: 'alerts.tab',
  thanks: 'thanks.tab',
} as const;

interface DeckProps {
  readonly deck: readonly CueCard[];
  readonly alerts: ReactNode;
  onAdd(): void;
  onEdit(card: CueCard): void;
}

function Deck({ deck, alerts, onAdd, onEdit }: DeckProps): ReactElement {
  const { t } = useI18n();
  const tab = useDeskStore((desk) => desk.cueTab);
  const showTab = useDeskStore((desk) => desk.showCueTab);
  const openPanel = useDeskStore((desk) => desk.openPanel);
  const thanks = useThanks().length;
  const proposed = useProposals().open.length;
  const alerted = useAlerts().alerts.filter(({ answer }) => answer === null).length;
  const counts = { proposals: proposed, deck: null, alerts: alerted, thanks };
  return (
    <Panel
      title={t('cues.title')}
      className={styles.deck}
      head={
        <Tabs
          label={t('cues.tabs')}
          tabs={CUE_TABS.map((id) => ({
            id,
            label: t(TAB_WORDS[id]),
            count: counts[id],
          }))}
          selected={tab}
          onSelect={showTab}
        />
      }
    >
      {tab === 'alerts' ? (
        alerts
      ) : tab === 'thanks' ? (
        <ThanksList />
      ) : tab === 'proposals' ? (
        <ProposalsPanel />
      ) : deck.length === 0 ? (
        <div className={styles.list}>
          <div className={styles.empty}>
            <EmptyState title={t('cues.deckEmpty')}>{t('cues.deckEmptyHint')}</EmptyState>
            <Button onClick={() => openPanel('library')}>{t('library.takeStarter')}</Button>
          </div>
        </div>
      ) : (
        <DeckCards deck={deck} onAdd={onAdd} onEdit={onEdit} />
      )}
      <div className={styles.notice}>
        <AreaNotice area="cues" />
      </div>
      <FreeCue />
    </Panel>
  );
}

function Sent({ sent }: { readonly sent: readonly SentCue[] }): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  return (
    <Panel
      title={t('cues.sentTitle')}
      className={styles.sent}
      head={
        <Button tone="quiet" className={styles.add} onClick={() => perform({ type: 'openStage' })}>
          {t('stage.title')}
          <ActionKey of="openStage" />
        </Button>
      }
    >
      {sent.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState title={t('cues.sentEmpty')}>{t('cues.sentEmptyHint')}</EmptyState>
        </div>
      ) : (
        <ul className={styles.list} aria-label={t('cues.sentTitle')}>
          {sent.toReversed().map((cue) => (
            <SentRow key={cue.id} cue={cue} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
