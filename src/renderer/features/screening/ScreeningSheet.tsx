import { useState } from 'react';
import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { ProductRole } from '#shared/model/product.ts';
import type { Screening } from '#shared/model/screening.ts';

import { AnchorTrends } from './AnchorTrends.tsx';
import { ScreenedCues } from './ScreenedCues.tsx';
import { benefitColumns, productColumns } from './screening-columns.ts';
import { ScreeningTable } from './ScreeningTable.tsx';
import styles from './ScreeningSheet.module.css';
import { useScreening } from './use-screening.ts';

const PARTS = ['products', 'cues', 'benefits', 'anchors'] as const;
type Part = (typeof PARTS)[number];
const DAY_MS = 86_400_000;
const PERIODS = { all: null, month: 30, quarter: 90 } as const;
type Period = keyof typeof PERIODS;

/** Products, cues, benefits and hosts over many shows: what to keep, watch and drop, and why. */
export function ScreeningSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const [openedTs] = useState(() => Date.now());
  const [part, setPart] = useState<Part>('products');
  const [period, setPeriod] = useState<Period>('all');
  const [anchor, setAnchor] = useState<string | null>(null);
  const days = PERIODS[period];
  const fromTs = days === null ? null : openedTs - days * DAY_MS;
  const { screening, error } = useScreening({ fromTs, toTs: null, anchor });
  return (
    <Dialog title={t('screening.title')} onClose={onClose} isWide besideWidth="0">
      <div className={styles.sheet}>
        <p className={styles.quiet}>{t('screening.text')}</p>
        <div className={styles.bar}>
          <SelectField
            label={t('screening.period')}
            value={period}
            options={(['all', 'quarter', 'month'] as const).map((value) => ({
              value,
              label: t(`screening.period.${value}`),
            }))}
            onChange={setPeriod}
          />
          <SelectField
            label={t('screening.anchor')}
            value={anchor ?? ''}
            options={[
              { value: '', label: t('screening.anyAnchor') },
              ...(screening?.anchors ?? []).map((value) => ({ value, label: value })),
            ]}
            onChange={(value) => setAnchor(value === '' ? null : value)}
          />
          {screening !== null && (
            <p className={styles.quiet} role="status">
              {t('screening.shows', { count: screening.shows })}
            </p>
          )}
        </div>
        {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
        <Tabs
          label={t('screening.parts')}
          tabs={PARTS.map((id) => ({ id, label: t(`screening.part.${id}`), count: null }))}
          selected={part}
          onSelect={setPart}
        />
        {screening === null ? (
          error === null && <p className={styles.quiet}>{t('screening.loading')}</p>
        ) : screening.shows === 0 ? (
          <p className={styles.quiet}>{t('screening.none')}</p>
        ) : (
          <ScreeningPart part={part} screening={screening} />
        )}
      </div>
    </Dialog>
  );
}

function ScreeningPart({
  part,
  screening,
}: {
  readonly part: Part;
  readonly screening: Screening;
}): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  switch (part) {
    case 'products':
      return <ScreenedProducts products={screening.products} />;
    case 'cues':
      return <ScreenedCues />;
    case 'benefits':
      return (
        <ScreeningTable
          name="benefits"
          title={t('screening.part.benefits')}
          columns={benefitColumns(i18n)}
          rows={screening.benefits}
          rowKey={({ kind, name, currency }) => `${currency} ${kind} ${name}`}
          verdict={({ verdict }) => verdict}
          empty={t('screening.noBenefits')}
        />
      );
    case 'anchors':
      return <AnchorTrends trends={screening.trends} />;
  }
}

/** By role and tag, which is what a room has for categories. */
function ScreenedProducts({
  products,
}: {
  readonly products: Screening['products'];
}): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const [role, setRole] = useState<ProductRole | ''>('');
  const [tag, setTag] = useState('');
  const tags = [...new Set(products.flatMap((product) => product.tags))].sort();
  const shown = products.filter(
    (product) =>
      (role === '' || product.role === role) && (tag === '' || product.tags.includes(tag)),
  );
  return (
    <>
      <div className={styles.bar}>
        <SelectField
          label={t('screening.role')}
          value={role}
          options={[
            { value: '', label: t('screening.anyRole') },
            ...ProductRole.options.map((value) => ({ value, label: t(`shelf.role.${value}`) })),
          ]}
          onChange={setRole}
        />
        {tags.length > 0 && (
          <SelectField
            label={t('screening.tag')}
            value={tag}
            options={[
              { value: '', label: t('screening.anyTag') },
              ...tags.map((value) => ({ value, label: value })),
            ]}
            onChange={setTag}
          />
        )}
      </div>
      <ScreeningTable
        name="products"
        title={t('screening.part.products')}
        columns={productColumns(i18n)}
        rows={shown}
        rowKey={({ productId }) => productId}
        verdict={({ verdict }) => verdict}
        empty={t('screening.noProducts')}
      />
    </>
  );
}
