import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import { useSources } from '#renderer/store/selectors.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { MESSAGE_TEMPLATE_MAX, MESSAGE_VARIABLES } from '#shared/rules/push-message.ts';

import { levelOf, type OutletDraft, type OutletFieldsProps } from './outlet-draft.ts';
import styles from './OutletsSheet.module.css';
import { ShopeeFields } from './ShopeeFields.tsx';

/** What a kind of outlet asks for. */
export function OutletFields(props: OutletFieldsProps): ReactElement {
  switch (props.draft.kind) {
    case 'chat':
      return (
        <>
          <ChatSource {...props} />
          <Template {...props} />
        </>
      );
    case 'obs':
      return <ObsFields {...props} />;
    case 'shopee':
      return <ShopeeFields {...props} />;
    case 'webhook':
      return <UrlField {...props} />;
    case 'manual':
      return (
        <>
          <Template {...props} />
          <ConsoleField {...props} />
        </>
      );
  }
}

function ChatSource({ draft, onChange, isMissing }: OutletFieldsProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const sources = useSources().filter(({ acts }) => acts.can.send);
  const options = sources.map(({ id, channel, platform }) => ({
    value: String(id),
    label: channel === platform ? platformName(i18n, platform) : channel,
  }));
  const isChosen = options.some(({ value }) => value === draft.sourceId);
  return (
    <>
      <SelectField
        label={t('outlets.source')}
        value={isChosen ? draft.sourceId : ''}
        options={isChosen ? options : [{ value: '', label: '—' }, ...options]}
        onChange={(sourceId) => onChange({ sourceId })}
      />
      {options.length === 0 && (
        <p className={isMissing ? styles.problem : styles.fact}>{t('outlets.noSource')}</p>
      )}
    </>
  );
}

function Template({ draft, faultOf, onChange, isMissing }: OutletFieldsProps): ReactElement {
  const { t } = useI18n();
  const isEmpty = draft.template.trim() === '';
  return (
    <TextField
      label={t('outlets.template')}
      hint={t('outlets.templateHint', {
        variables: MESSAGE_VARIABLES.map((name) => `{${name}}`).join(' '),
        link: '{link}',
      })}
      value={draft.template}
      onChange={(template) => onChange({ template })}
      maxLength={MESSAGE_TEMPLATE_MAX}
      error={isMissing && isEmpty ? t('outlets.fault.templateEmpty') : faultOf('template')}
    />
  );
}

function ObsFields({ draft, faultOf, onChange }: OutletFieldsProps): ReactElement {
  const { t } = useI18n();
  const named = { hint: t('outlets.optional'), maxLength: 200 };
  const text = (field: keyof OutletDraft) => (value: string) => onChange({ [field]: value });
  return (
    <>
      <TextField
        label={t('outlets.obsAddress')}
        hint={t('outlets.obsAddressHint')}
        value={draft.address}
        onChange={text('address')}
        maxLength={200}
        error={faultOf('address')}
      />
      <div className={styles.pair}>
        <TextField
          {...named}
          label={t('outlets.showScene')}
          value={draft.showScene}
          onChange={text('showScene')}
        />
        <TextField
          {...named}
          label={t('outlets.showSource')}
          value={draft.showSource}
          onChange={text('showSource')}
          error={faultOf('source')}
        />
      </div>
      <TextField
        {...named}
        label={t('outlets.switchScene')}
        value={draft.switchScene}
        onChange={text('switchScene')}
        error={faultOf('action')}
      />
      <div className={styles.pair}>
        <TextField
          {...named}
          label={t('outlets.textSource')}
          value={draft.textSource}
          onChange={text('textSource')}
        />
        <TextField
          label={t('outlets.textTemplate')}
          value={draft.textTemplate}
          onChange={text('textTemplate')}
          maxLength={MESSAGE_TEMPLATE_MAX}
          error={faultOf('template')}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={t('outlets.microphone')}
          hint={t('outlets.microphoneHint')}
          maxLength={200}
          value={draft.microphone}
          onChange={text('microphone')}
        />
        <TextField
          label={t('outlets.voiceAbove')}
          hint={t('outlets.voiceAboveHint')}
          maxLength={10}
          value={draft.voiceAboveDb}
          onChange={text('voiceAboveDb')}
          error={levelOf(draft.voiceAboveDb) === null ? t('outlets.fault.level') : null}
        />
      </div>
    </>
  );
}

function UrlField({ draft, faultOf, onChange, isMissing }: OutletFieldsProps): ReactElement {
  const { t } = useI18n();
  const isEmpty = draft.url.trim() === '';
  return (
    <TextField
      label={t('outlets.url')}
      hint={t('outlets.urlHint')}
      value={draft.url}
      onChange={(url) => onChange({ url })}
      maxLength={2000}
      error={isMissing && isEmpty ? t('outlets.fault.form') : faultOf('url')}
    />
  );
}

function ConsoleField({ draft, faultOf, onChange }: OutletFieldsProps): ReactElement {
  const { t } = useI18n();
  return (
    <TextField
      label={t('outlets.consoleUrl')}
      hint={t('outlets.consoleUrlHint')}
      value={draft.consoleUrl}
      onChange={(consoleUrl) => onChange({ consoleUrl })}
      maxLength={2000}
      error={faultOf('url')}
    />
  );
}
