import { useState } from 'react';
import type { ReactElement } from 'react';

import { usePerform, useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { ProductId } from '#shared/model/ids.ts';
import { parseLinkList, putFirst } from '#shared/rules/link-list.ts';

interface LinkListStripProps {
  /** What stands in the shelf's filter. */
  readonly filter: string;
  /** The products stand where they were wanted. */
  readonly onPut: () => void;
}

/** Link numbers in the filter can become the first of the shelf, in that order, and back again. */
export function LinkListStrip({ filter, onPut }: LinkListStripProps): ReactElement | null {
  const { t } = useI18n();
  const { items } = useShelf();
  const runInArea = useRunInArea();
  const perform = usePerform();
  const [before, setBefore] = useState<readonly ProductId[] | null>(null);
  const numbers = parseLinkList(filter);
  const order = items.map(({ productId }) => productId);
  const isSameShelf = before !== null && order.every((id) => before.includes(id));

  async function reorder(productIds: readonly ProductId[]): Promise<boolean> {
    return (await runInArea('shelf', 'shelf.reorder', { productIds: [...productIds] })).ok;
  }
  async function put(first: readonly ProductId[]): Promise<void> {
    if (!(await reorder(putFirst(order, first)))) return;
    onPut();
    setBefore(order);
  }
  async function putBack(): Promise<void> {
    if (before !== null && (await reorder(before))) setBefore(null);
  }

  if (numbers === null) {
    // While something else is looked for the way back is not in its way.
    if (!isSameShelf || filter !== '') return null;
    return (
      <Notice tone="info" onDismiss={() => setBefore(null)}>
        {t('shelf.listPut')} <Button onClick={() => void putBack()}>{t('shelf.listUndo')}</Button>
      </Notice>
    );
  }
  const found = numbers.map((number) => items.find(({ linkNumber }) => linkNumber === number));
  const missing = numbers.filter((_number, index) => found[index] === undefined);
  if (missing.length > 0) {
    const all = missing.join(t('common.listSeparator'));
    return <Notice tone="warn">{t('shelf.listMissing', { numbers: all })}</Notice>;
  }
  const first = found.flatMap((item) => item?.productId ?? []);
  return (
    <Notice tone="info">
      {t('shelf.listFound', { count: first.length })}{' '}
      <Button onClick={() => void put(first)}>{t('shelf.listFirst')}</Button>{' '}
      <Button onClick={() => perform({ type: 'groupShelf' })}>{t('groups.into')}</Button>
    </Notice>
  );
}
