import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import type { AppError } from '#shared/contract/app-error.ts';
import { CARD_LANGUAGES, CUE_KINDS, CUE_TEXT_MAX, CUE_TONES } from '#shared/model/cue.ts';
import type { CardLanguage, CueCard, CueKind, CueTone } from '#shared/model/cue.ts';
import { PINNED_KEYS, pinnedSlot } from '#shared/model/key-binding.ts';
import { pinnedKeyNames } from '#renderer/actions/key-table.ts';
import { useKeys } from '#renderer/actions/use-key-table.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useCues, useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { useProductClaims } from '#renderer/store/use-product-claims.ts';
import { useRisk } from '#renderer/ui/use-risk-note.ts';
import { TextField } from '#renderer/ui/TextField.tsx';

import styles from './CardSheet.module.css';
import { overLimit } from './cue-rules.ts';
import { FilledNote } from './FilledNote.tsx';
import { VariablePicker } from './VariablePicker.tsx';

interface CardSheetProps {
  /** Null adds a card. */
  readonly card: CueCard | null;
  readonly onClose: () => void;
}

/** Adds or changes a prepared cue. */
export function CardSheet({ card, onClose }: CardSheetProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const { deck } = useCues();
  const { items } = useShelf();
  const { table } = useKeys();
  const [text, setText] = useState(card?.text ?? '');
  const [kind, setKind] = useState<CueKind>(card?.kind ?? 'free');
  const [slot, setSlot] = useState(String(card?.pinnedSlot ?? ''));
  const [product, setProduct] = useState(String(card?.productId ?? ''));
  const [language, setLanguage] = useState<CardLanguage>(card?.language ?? 'any');
  const [tone, setTone] = useState<CueTone>(card?.tone ?? 'plain');
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);

  const field = useRef<HTMLInputElement>(null);

  // The text is what one comes here for.
  useEffect(() => field.current?.focus(), []);

  const over = overLimit(text);
  const claims = useProductClaims(product === '' ? [] : [Number(product)]);
  const risk = useRisk(text, claims);
  const isEmpty = text.trim() === '';
  const fault = isEmpty
    ? t('product.error.required')
    : over > 0
      ? t('cues.tooLong', { max: CUE_TEXT_MAX, over })
      : null;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (fault !== null) return;
    setBusy(true);
    const result = await run('cue.putCard', {
      cardId: card?.id ?? null,
      kind,
      text: text.trim(),
      pinnedSlot: slot === '' ? null : Number(slot),
      productId: items.find((item) => String(item.productId) === product)?.productId ?? null,
      language,
      tone,
    });
    setBusy(false);
    if (result.ok) onClose();
    else setRefusal(result.error);
  }

  async function remove(held: CueCard): Promise<void> {
    setBusy(true);
    const result = await run('cue.removeCard', { cardId: held.id });
    setBusy(false);
    if (result.ok) onClose();
    else setRefusal(result.error);
  }

  function keyOf(number: number): string {
    return pinnedKeyNames(table, number).join(' ');
  }

  function slotLabel(number: number): string {
    const holder = deck.find((other) => other.pinnedSlot === number && other.id !== card?.id);
    return holder === undefined
      ? keyOf(number)
      : t('cues.slotTaken', { key: keyOf(number), text: holder.text });
  }

  return (
    <Dialog title={t(card === null ? 'cues.addCard' : 'cues.editCard')} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
        <TextField
          label={t('cues.text')}
          value={text}
          onChange={setText}
          inputRef={field}
          error={isChecked || over > 0 ? fault : null}
          risk={risk}
          hint={t('cues.counter', { count: text.trim().length, max: CUE_TEXT_MAX })}
        />
        <FilledNote
          card={{
            text,
            language,
            productId: items.find((item) => String(item.productId) === product)?.productId ?? null,
          }}
        />
        <VariablePicker field={field} text={text} onChange={setText} />
        <div className={styles.pair}>
          <SelectField
            label={t('library.language')}
            value={language}
            options={CARD_LANGUAGES.map((value) => ({
              value,
              label: t(`library.languageOf.${value}`),
            }))}
            onChange={setLanguage}
          />
          <SelectField
            label={t('library.tone')}
            value={tone}
            options={CUE_TONES.map((value) => ({ value, label: t(`library.toneOf.${value}`) }))}
            onChange={setTone}
          />
        </div>
        <div className={styles.pair}>
          <SelectField
            label={t('cues.kind')}
            value={kind}
            options={CUE_KINDS.map((value) => ({ value, label: t(`cues.kindOf.${value}`) }))}
            onChange={setKind}
          />
          <SelectField
            label={t('cues.pinnedSlot')}
            value={slot}
            options={[
              { value: '', label: t('cues.notPinned') },
              ...PINNED_KEYS.map(pinnedSlot).map((number) => ({
                value: String(number),
                label: slotLabel(number),
              })),
            ]}
            onChange={setSlot}
          />
        </div>
        <SelectField
          label={t('cues.linkedProduct')}
          value={product}
          options={[
            { value: '', label: t('cues.noProduct') },
            ...items.map((item) => ({
              value: String(item.productId),
              label: `${item.linkNumber} ${item.name}`,
            })),
          ]}
          onChange={setProduct}
        />
        {refusal !== null && <Notice tone="danger">{errorMessage(i18n, refusal)}</Notice>}
        <div className={styles.actions}>
          <Button tone="go" type="submit" disabled={isBusy}>
            {t('common.save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {card !== null && (
            <span className={styles.remove}>
              <ConfirmButton
                label={t('cues.removeCard')}
                tone="quiet"
                confirmLabel={t('cues.confirmRemove')}
                onConfirm={() => void remove(card)}
              />
            </span>
          )}
        </div>
      </form>
    </Dialog>
  );
}
