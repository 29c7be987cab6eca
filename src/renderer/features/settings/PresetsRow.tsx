import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { boundText } from '#renderer/i18n/goal-text.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { metricText } from '#renderer/i18n/metric-text.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { RoomCategory } from '#shared/model/room-category.ts';
import { METRICS } from '#shared/rules/metrics/metric-table.ts';
import { presetsOf, withPreset, type HeldPreset } from '#shared/rules/metrics/presets.ts';

import { presetInput, readPreset } from './preset-fields.ts';
import styles from './PresetsRow.module.css';
import sheet from './SettingsSheet.module.css';

/** What the room sells: which presets hold. */
export function CategoryRow(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { category } = useShownSettings();
  return (
    <div className={sheet.row}>
      <SelectField
        label={t('settings.category')}
        value={category}
        options={RoomCategory.options.map((each) => ({
          value: each,
          label: t(`category.${each}`),
        }))}
        onChange={(chosen) => perform({ type: 'changeSettings', change: { category: chosen } })}
      />
      <p className={sheet.text}>{t('settings.categoryText')}</p>
    </div>
  );
}

/** Presets of the chosen category: changed, switched off, or as they ship again. */
export function PresetsRow(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { category, presets: own } = useShownSettings();
  return (
    <fieldset className={styles.presets}>
      <legend className={styles.legend}>
        {t('settings.presets')} · {t(`category.${category}`)}
      </legend>
      <p className={sheet.text}>{t('settings.presetsText')}</p>
      <ul className={styles.list}>
        {presetsOf(category, own).map((preset) => (
          <PresetLine
            // Anew with what was saved of it.
            key={`${category} ${preset.tile} ${preset.value} ${preset.isOn}`}
            preset={preset}
            onChange={(value) =>
              perform({
                type: 'changeSettings',
                change: { presets: withPreset(own, category, preset.tile, value) },
              })
            }
          />
        ))}
      </ul>
    </fieldset>
  );
}

interface PresetLineProps {
  readonly preset: HeldPreset;
  /** Null switches it off; `shipped` brings the product's number back. */
  readonly onChange: (value: number | null | 'shipped') => void;
}

/** One preset; its number holds when the field is left or Enter is pressed, unless something is wrong. */
function PresetLine({ preset, onChange }: PresetLineProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { tile, bound, isOn, isOwn, shipped, source, note } = preset;
  const [typed, setTyped] = useState(presetInput(preset));
  const found = readPreset(preset, typed);
  const what = t(`metric.${tile}`);

  function save(): void {
    if (found.kind === 'value' && found.value !== preset.value) onChange(found.value);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    save();
  }

  const back = boundText(i18n, bound, metricText(i18n, tile, shipped, preset.currency ?? ''));
  return (
    <li className={styles.line}>
      <label className={styles.name}>
        <input
          type="checkbox"
          aria-label={t('settings.presetOn', { what })}
          checked={isOn}
          onChange={() => onChange(isOn ? null : 'shipped')}
        />
        <span>
          {what}
          <span className={styles.source}>
            <span>{t('settings.presetSource')}</span> <span translate="no">{source}</span>
            {note !== null && <span>{`${t('common.separator')}${t(`preset.note.${note}`)}`}</span>}
          </span>
        </span>
      </label>
      <form className={styles.number} data-is-off={!isOn} onSubmit={submit}>
        <span>{t(`goal.bound.${bound}`, { value: '' }).trim()}</span>
        <TextField
          label={t('settings.presetOf', { what, unit: unitText(i18n, preset) })}
          isLabelHidden
          inputMode="decimal"
          maxLength={20}
          disabled={!isOn}
          value={typed}
          error={isOn && found.kind === 'bad' ? t(found.key) : null}
          onChange={setTyped}
          onBlur={save}
        />
        <span className={styles.unit}>{unitText(i18n, preset)}</span>
      </form>
      {isOwn && (
        <span className={styles.back}>
          <Button
            tone="quiet"
            aria-label={t('settings.presetBackOf', { what, value: back })}
            onClick={() => onChange('shipped')}
          >
            {t('settings.presetBack', { value: back })}
          </Button>
        </span>
      )}
    </li>
  );
}

function unitText({ t }: I18n, { tile, currency }: HeldPreset): string {
  const { unit } = METRICS[tile];
  return unit === 'money' ? (currency ?? '') : t(`settings.presetUnit.${unit}`);
}
