import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useOutlets, useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import type { Result } from '#shared/contract/app-error.ts';
import type { Outlet } from '#shared/model/outlet.ts';

import styles from './OutletsSheet.module.css';

/** Names of an OBS that are read out. */
const OBS_LIST_SHOWN = 40;

type Choice = 'default' | 'on' | 'off';

interface OutletProductsProps {
  readonly outlet: Outlet;
  readonly onResult: (result: Result<unknown>) => void;
}

/** Single products that always or never go there; and what an OBS has to choose from. */
export function OutletProducts({ outlet, onResult }: OutletProductsProps): ReactElement {
  const { t } = useI18n();
  const run = useCommand();
  const { items } = useShelf();
  const own = useOutlets().overrides.filter(({ outletId }) => outletId === outlet.id);
  const [chosen, setChosen] = useState('');
  const item = items.find(({ productId }) => String(productId) === chosen) ?? items[0];
  const held = own.find(({ productId }) => productId === item?.productId);
  const value: Choice = held === undefined ? 'default' : held.isOn ? 'on' : 'off';

  function decide(choice: Choice): void {
    if (item === undefined) return;
    const isOn = choice === 'default' ? null : choice === 'on';
    const { productId } = item;
    void run('outlet.setOnFor', { outletId: outlet.id, productId, isOn }).then(onResult);
  }

  return (
    <>
      {outlet.can.list && <ObsList outlet={outlet} />}
      {item !== undefined && (
        <details className={styles.more}>
          <summary>
            {t('outlets.products')}
            {own.length > 0 && ` ${own.length}`}
          </summary>
          <p className={styles.fact}>{t('outlets.productsHint')}</p>
          <div className={styles.pair}>
            <SelectField
              label={t('outlets.product')}
              value={String(item.productId)}
              options={items.map(({ productId, linkNumber, name }) => ({
                value: String(productId),
                label: `${linkNumber} ${name}`,
              }))}
              onChange={setChosen}
            />
            <SelectField
              label={outlet.name}
              value={value}
              options={[
                { value: 'default', label: t('outlets.productDefault') },
                { value: 'on', label: t('outlets.productOn') },
                { value: 'off', label: t('outlets.productOff') },
              ]}
              onChange={decide}
            />
          </div>
        </details>
      )}
    </>
  );
}

function ObsList({ outlet }: { readonly outlet: Outlet }): ReactElement {
  const { t } = useI18n();
  const run = useCommand();
  const [said, setSaid] = useState('');

  async function read(): Promise<void> {
    const result = await run('outlet.list', { outletId: outlet.id });
    const list = result.ok ? result.value.list : null;
    const isObs = outlet.config.kind === 'obs';
    const names = (all: readonly string[]): string =>
      all.length === 0 ? '—' : all.slice(0, OBS_LIST_SHOWN).join(t('common.listSeparator'));
    setSaid(
      list === null
        ? t(isObs ? 'outlets.obsUnread' : 'outlets.itemsUnread')
        : isObs
          ? t('outlets.obsFound', { scenes: names(list.scenes), sources: names(list.sources) })
          : t('outlets.itemsFound', { items: names(list.items) }),
    );
  }

  return (
    <div className={styles.form}>
      <div className={styles.actions}>
        <Button tone="quiet" onClick={() => void read()}>
          {t(outlet.config.kind === 'obs' ? 'outlets.obsRead' : 'outlets.itemsRead')}
        </Button>
      </div>
      <p className={styles.fact} role="status">
        {said}
      </p>
    </div>
  );
}
