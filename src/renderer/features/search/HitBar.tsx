import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import type { SearchDraft } from '#renderer/store/search-draft.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import type { SearchHit } from '#shared/model/search.ts';

import { hitRowId } from './HitRow.tsx';
import styles from './SearchSheet.module.css';

interface HitBarProps {
  readonly hit: SearchHit;
  /** Why its review cannot be opened now; null when it can. */
  readonly barrier: MessageKey | null;
  readonly onOpen: () => void;
  readonly draft: SearchDraft;
  readonly onChange: (draft: SearchDraft) => void;
}

/** What can be done with the picked message. */
export function HitBar({ hit, barrier, onOpen, draft, onChange }: HitBarProps): ReactElement {
  const { t } = useI18n();
  const [outcome, setOutcome] = useState<'search.copied' | 'search.copyFailed' | null>(null);
  const { person, platform, showId, seq } = hit;
  const platformUserId = person?.platformUserId ?? null;
  const about = { 'aria-describedby': hitRowId(seq) };
  return (
    <div className={styles.bar}>
      <Button tone="go" disabled={barrier !== null} onClick={onOpen} {...about}>
        {t('search.open')} <Kbd>Enter</Kbd>
      </Button>
      <Button
        onClick={() =>
          void copyText(hit.text).then((isCopied) =>
            setOutcome(isCopied ? 'search.copied' : 'search.copyFailed'),
          )
        }
        {...about}
      >
        {t('search.copy')}
      </Button>
      {platformUserId !== null && person !== null && draft.picked === null && (
        <Button
          tone="quiet"
          className={styles.onlyPerson}
          onClick={() =>
            onChange({
              ...draft,
              name: '',
              picked: { person: { platform, platformUserId }, name: person.displayName },
            })
          }
        >
          {t('search.onlyPerson', { name: person.displayName })}
        </Button>
      )}
      {draft.showId === null && (
        <Button tone="quiet" onClick={() => onChange({ ...draft, showId })}>
          {t('search.sameShow')}
        </Button>
      )}
      <span className={styles.outcome} role="status">
        {outcome !== null ? t(outcome) : barrier !== null ? t(barrier) : ''}
      </span>
    </div>
  );
}
