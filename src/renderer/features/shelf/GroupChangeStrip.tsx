import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';

import type { GroupChange } from '#shared/model/shelf-group.ts';
import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

/** So many new link numbers are named; of more their count is said. */
const NUMBERS_SHOWN = 12;

/** What moved nothing goes by itself, and the list is free again; keys and palette keep the way back. */
const SHOWN_MS = 8_000;

/** What was done with groups last and the way back, until the next change or until it is put away. */
export function GroupChangeStrip(): ReactElement | null {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const perform = usePerform();
  const { lastGroupChange } = useShelf();
  const [seenId, setSeenId] = useState<number | null>(null);
  const newId = lastGroupChange?.changeId ?? null;
  const isPassing = lastGroupChange?.renumbered.length === 0;

  useEffect(() => {
    if (newId === null || !isPassing) return undefined;
    const timer = setTimeout(() => setSeenId(newId), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [newId, isPassing]);

  if (lastGroupChange === null || lastGroupChange.changeId === seenId) return null;
  const { changeId, kind, name, count } = lastGroupChange;
  const numbers = renumberedText(i18n, lastGroupChange);
  return (
    <Notice tone="info" onDismiss={() => setSeenId(changeId)}>
      {tn(`groups.change.${kind}`, count, { name, numbers })}{' '}
      <Button onClick={() => perform({ type: 'undoGroups' })}>
        {t('groups.undo')}
        <ActionKey of="undo" />
      </Button>
    </Notice>
  );
}

function renumberedText({ t }: I18n, { renumbered }: GroupChange): string {
  const shown = renumbered.slice(0, NUMBERS_SHOWN).map((each) => t('groups.renumbered', each));
  const rest = renumbered.length > NUMBERS_SHOWN;
  if (rest) shown.push(t('groups.more', { count: renumbered.length }));
  return shown.join(t('common.listSeparator'));
}
