import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import {
  useActionState,
  useActionStore,
  usePerform,
} from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

import { GroupChangeStrip } from './GroupChangeStrip.tsx';
import { GroupForm } from './GroupForm.tsx';

/** What can be done with the chosen products, the form that groups them, or what was done last. */
export function GroupStrip(): ReactElement {
  const { t, tn } = useI18n();
  const store = useActionStore();
  const perform = usePerform();
  const { items } = useShelf();
  const selection = useActionState(({ shelfSelection }) => shelfSelection);
  const grouping = useActionState((state) => state.grouping);
  const selected = items.filter(({ productId }) => selection.has(productId));

  if (grouping !== null) {
    const done = { grouping: null, shelfSelection: new Set<never>() };
    return (
      <GroupForm
        productIds={grouping.productIds}
        onClose={() => store.setState({ grouping: null })}
        onDone={() => store.setState(grouping.isFiltered ? { ...done, shelfFilter: '' } : done)}
      />
    );
  }
  if (selected.length === 0) return <GroupChangeStrip />;
  return (
    <Notice tone="info" onDismiss={() => store.setState({ shelfSelection: new Set() })}>
      {tn('groups.selection', selected.length)}{' '}
      <Button onClick={() => perform({ type: 'groupShelf' })}>
        {t('groups.into')}
        <ActionKey of="groupShelf" />
      </Button>{' '}
      {selected.some(({ groupId }) => groupId !== null) && (
        <Button onClick={() => perform({ type: 'ungroupShelf' })}>{t('groups.out')}</Button>
      )}
    </Notice>
  );
}
