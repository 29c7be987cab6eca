import { useState } from 'react';
import type { ReactElement } from 'react';

import type { CueCard, SentCue } from '#shared/model/cue.ts';
import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useCues } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Split } from '#renderer/ui/Split.tsx';

import { CardList } from './CardList.tsx';
import { CardSheet } from './CardSheet.tsx';
import { deckInOrder, openHelp } from './cue-rules.ts';
import styles from './CuePanel.module.css';
import { FreeCue } from './FreeCue.tsx';
import { SentRow } from './SentRow.tsx';

/** The prepared cues, a line of one's own, and what came of what was sent. */
export function CuePanel(): ReactElement {
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

interface DeckProps {
  readonly deck: readonly CueCard[];
  onAdd(): void;
  onEdit(card: CueCard): void;
}

function Deck({ deck, onAdd, onEdit }: DeckProps): ReactElement {
  const { t } = useI18n();
  return (
    <Panel
      title={t('cues.title')}
      className={styles.deck}
      head={
        <Button tone="quiet" className={styles.add} onClick={onAdd}>
          {t('cues.addCard')}
        </Button>
      }
    >
      {deck.length === 0 ? (
        <div className={styles.list}>
          <div className={styles.empty}>
            <EmptyState title={t('cues.deckEmpty')}>{t('cues.deckEmptyHint')}</EmptyState>
          </div>
        </div>
      ) : (
        <CardList cards={deckInOrder(deck)} onEdit={onEdit} />
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
  return (
    <Panel title={t('cues.sentTitle')}>
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
