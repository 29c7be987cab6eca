import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

import { idOf, type OutletFieldsProps } from './outlet-draft.ts';
import styles from './OutletsSheet.module.css';

/** Which Shopee livestream, through whose app, and how a product is found there. */
export function ShopeeFields(props: OutletFieldsProps): ReactElement {
  const { draft, faultOf, onChange, isMissing } = props;
  const { t } = useI18n();
  const id = (field: 'partnerId' | 'userId' | 'sessionId') => ({
    inputMode: 'numeric' as const,
    value: draft[field],
    onChange: (value: string) => onChange({ [field]: value }),
    maxLength: 20,
    error: isMissing && idOf(draft[field]) === null ? t('outlets.fault.id') : null,
  });
  return (
    <>
      <TextField
        label={t('outlets.shopeeHost')}
        hint={t('outlets.shopeeHostHint')}
        value={draft.host}
        onChange={(host) => onChange({ host })}
        maxLength={200}
        error={isMissing && draft.host.trim() === '' ? t('outlets.fault.host') : faultOf('host')}
      />
      <div className={styles.pair}>
        <TextField label={t('outlets.partnerId')} {...id('partnerId')} />
        <TextField label={t('outlets.userId')} {...id('userId')} />
      </div>
      <TextField
        label={t('outlets.sessionId')}
        hint={t('outlets.sessionIdHint')}
        {...id('sessionId')}
      />
      <SelectField
        label={t('outlets.match')}
        value={draft.match}
        options={[
          { value: 'code', label: t('outlets.match.code') },
          { value: 'number', label: t('outlets.match.number') },
        ]}
        onChange={(match) => onChange({ match })}
      />
    </>
  );
}
