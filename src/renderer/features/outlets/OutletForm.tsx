import { useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { Outlet, OutletKind } from '#shared/model/outlet.ts';

import { configOf, draftOf, emptyDraft, type OutletDraft } from './outlet-draft.ts';
import { OutletFields } from './OutletFields.tsx';
import styles from './OutletsSheet.module.css';

const KINDS: readonly OutletKind[] = ['chat', 'obs', 'webhook', 'shopee', 'manual'];
const TEMPLATES = { 'zh-CN': '{link} 号链接：{name}，{price}', en: 'Link {link}: {name}, {price}' };

interface OutletFormProps {
  /** What is changed; null adds one. */
  readonly outlet: Outlet | null;
  readonly onDone: () => void;
}

/** Adds an outlet or changes one; what is wrong with a field is said beside it. */
export function OutletForm({ outlet, onDone }: OutletFormProps): ReactElement {
  const i18n = useI18n();
  const { t, language } = i18n;
  const run = useCommand();
  const template = TEMPLATES[language];
  const [draft, setDraft] = useState<OutletDraft>(() =>
    outlet === null ? emptyDraft(template) : draftOf(outlet.name, outlet.config, template),
  );
  const [isSaving, setSaving] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const refused = error?.code === 'outlet_refused' ? error : null;
  const change = (part: Partial<OutletDraft>): void => setDraft({ ...draft, ...part });

  function faultOf(what: string): string | null {
    if (refused === null || refused.params['what'] !== what) return null;
    const given = refused.params['given'] ?? '';
    if (what === 'template' && given === '') return t('outlets.fault.templateEmpty');
    const byWord = `outlets.fault.${given}`;
    const byField = `outlets.fault.${what}`;
    if (what === 'url' && isMessageKey(byWord)) return t(byWord);
    return isMessageKey(byField) ? t(byField, { given }) : String(given);
  }

  async function save(): Promise<void> {
    const config = configOf(draft);
    const name = draft.name.trim();
    setMissing(config === null || name === '');
    if (config === null || name === '') return;
    setSaving(true);
    const result = await run('outlet.put', { outletId: outlet?.id ?? null, name, config });
    setSaving(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    if (outlet === null) setDraft(emptyDraft(template));
    onDone();
  }

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    void save();
  }

  return (
    <form className={styles.form} onSubmit={onSubmit}>
      {outlet === null && (
        <SelectField
          label={t('outlets.kind')}
          value={draft.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`outlets.kind.${kind}`) }))}
          onChange={(kind) => change({ kind })}
        />
      )}
      <TextField
        label={t('outlets.name')}
        hint={t('outlets.nameHint')}
        value={draft.name}
        onChange={(name) => change({ name })}
        maxLength={60}
        error={isMissing && draft.name.trim() === '' ? t('outlets.fault.name') : null}
      />
      <OutletFields draft={draft} isMissing={isMissing} faultOf={faultOf} onChange={change} />
      <div className={styles.actions}>
        <Button type="submit" tone="go" disabled={isSaving}>
          {t(outlet === null ? 'outlets.add' : 'outlets.save')}
        </Button>
        {outlet !== null && (
          <Button tone="quiet" onClick={onDone}>
            {t('outlets.cancel')}
          </Button>
        )}
      </div>
      {error !== null && refused === null && (
        <Notice tone="danger" onDismiss={() => setError(null)}>
          {errorMessage(i18n, error)}
        </Notice>
      )}
    </form>
  );
}
