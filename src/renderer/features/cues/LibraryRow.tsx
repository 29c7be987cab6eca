import type { KeyboardEvent, ReactElement } from 'react';

import type { CueCard } from '#shared/model/cue.ts';
import type { Anchor, CardUse } from '#shared/model/cue-library.ts';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { pinnedKeyNames } from '#renderer/actions/key-table.ts';
import { useKeys } from '#renderer/actions/use-key-table.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { cardLiftLine } from '#renderer/ui/lift-text.ts';

import { CueText } from './CueText.tsx';
import styles from './Library.module.css';

interface LibraryRowProps {
  readonly card: CueCard;
  /** Null until it was read. */
  readonly use: CardUse | null;
  /** Whose favourites can be marked; null where no host is named. */
  readonly host: Anchor | null;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onEdit: () => void;
  readonly onFavourite: (isFavourite: boolean) => void;
}

/** One card: its line, how it is used, what followed on it, and what can be done with it. */
export function LibraryRow(props: LibraryRowProps): ReactElement {
  const { card, use, host, isTabStop, onFocus, onKeyDown, onEdit, onFavourite } = props;
  const { t } = useI18n();
  const perform = usePerform();
  const { table } = useKeys();
  const isFavourite = host !== null && card.favouriteOf.includes(host.id);
  const of = { tabIndex: isTabStop ? 0 : -1, onFocus, onKeyDown };
  return (
    <li className={styles.row}>
      <span className={styles.tag}>{t(`cues.kindOf.${card.kind}`)}</span>
      <span className={styles.words}>
        <span>
          <CueText card={card} />
        </span>
        <span className={styles.facts}>
          {card.language !== 'any' && <span>{t(`library.languageOf.${card.language}`)}</span>}
          {card.tone !== 'plain' && <span>{t(`library.toneOf.${card.tone}`)}</span>}
          {card.pinnedSlot !== null &&
            pinnedKeyNames(table, card.pinnedSlot).map((name) => <Kbd key={name}>{name}</Kbd>)}
          {use !== null && <UseFacts use={use} />}
        </span>
      </span>
      <span className={styles.actions}>
        {host !== null && (
          <Button
            tone="quiet"
            data-control="favourite"
            aria-pressed={isFavourite}
            aria-label={t(isFavourite ? 'library.unfavourite' : 'library.favourite', {
              name: host.name,
              text: card.text,
            })}
            onClick={() => onFavourite(!isFavourite)}
            {...of}
          >
            {isFavourite ? '★' : '☆'}
          </Button>
        )}
        <Button
          tone="quiet"
          data-control="edit"
          aria-label={t('cues.editNamed', { text: card.text })}
          onClick={onEdit}
          {...of}
        >
          {t('cues.edit')}
        </Button>
        <Button
          data-control="send"
          aria-label={t('cues.sendNamed', { text: card.text })}
          onClick={() => perform({ type: 'sendCue', cardId: card.id, text: card.text })}
          {...of}
        >
          {t('cues.send')}
        </Button>
      </span>
    </li>
  );
}

function UseFacts({ use }: { readonly use: CardUse }): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  if (use.sent === 0) return <span>{t('library.neverSent')}</span>;
  return (
    <>
      <span>{t('library.used', { sent: use.sent, done: use.done })}</span>
      {use.lastTs !== null && (
        <span>{t('library.lastSent', { when: format.dateTime(use.lastTs, null) })}</span>
      )}
      <span title={t('lift.libraryHint')}>{cardLiftLine(i18n, use.lift)}</span>
    </>
  );
}
