import { useId } from 'react';
import type { InputHTMLAttributes, ReactElement, Ref } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import { RiskLine } from './RiskLine.tsx';
import { showPhrase } from './show-phrase.ts';
import type { RiskFound } from './use-risk-note.ts';
import { useRiskReplacement } from './use-risk-replacement.ts';
import { usePasteGuard } from './use-paste-guard.ts';
import hidden from './VisuallyHidden.module.css';

interface TextFieldProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'onChange' | 'onPaste' | 'onDrop'
> {
  readonly label: string;
  /** The label is read out but not drawn; notes float over the neighbours instead of moving them. */
  readonly isLabelHidden?: boolean;
  /** Floating notes stand above the field: for fields at a lower edge. */
  readonly isNoteAbove?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** What is wrong with the value; null or absent when nothing is. */
  readonly error?: string | null;
  /** What is to be thought of before it is used; hinders nothing. */
  readonly caution?: string | null;
  /** What should not be said of it; named where nothing else is to be said. */
  readonly risk?: RiskFound | null;
  /** What a good value looks like, said when something else is pasted. */
  readonly example?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. A pasted table or several lines are refused whole, in words beside the field. */
export function TextField(props: TextFieldProps): ReactElement {
  const { label, isLabelHidden = false, isNoteAbove = false, value, onChange, ...others } = props;
  const {
    hint,
    error = null,
    caution = null,
    risk = null,
    example = null,
    inputRef,
    className,
    onBlur,
    onKeyDown,
    ...rest
  } = others;
  const { t } = useI18n();
  const id = useId();
  const noteId = useId();
  const paste = usePasteGuard({ maxLength: rest.maxLength ?? null, example });
  const replacement = useRiskReplacement(value, onChange, risk);
  const isRisk = risk !== null && paste.note === null && error === null;
  const note = paste.note ?? error ?? risk?.words ?? caution ?? hint;
  const ownTone =
    error !== null ? styles.error : caution !== null || isRisk ? styles.caution : styles.hint;
  const tone = paste.note !== null ? styles.refused : ownTone;
  const place = isLabelHidden && (isNoteAbove ? styles.above : styles.below);
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={isLabelHidden ? hidden.hidden : styles.label}>
        {label}
      </label>
      <input
        type="text"
        // Without a drawn label the words in the field are all there is, however narrow it is.
        title={isLabelHidden ? rest.placeholder : undefined}
        autoComplete="off"
        {...rest}
        ref={inputRef}
        id={id}
        className={styles.input}
        value={value}
        aria-invalid={error !== null}
        aria-describedby={note === undefined ? undefined : noteId}
        onChange={(event) => {
          paste.clear();
          onChange(event.target.value);
        }}
        onKeyDown={(event) => {
          if (!replacement.onKey(event)) onKeyDown?.(event);
        }}
        onPaste={paste.onPaste}
        onDrop={paste.onDrop}
        onBlur={(event) => {
          if (!isWithin(event.currentTarget.parentElement, event.relatedTarget)) paste.clear();
          onBlur?.(event);
        }}
      />
      {note !== undefined && (
        <span
          id={noteId}
          className={classNames(tone, place)}
          role={paste.note === null ? undefined : 'status'}
        >
          {isRisk ? (
            <RiskLine
              risk={risk}
              text={value}
              onReplace={replacement.replace}
              onShow={(from, to) => showPhrase(id, from, to)}
            />
          ) : (
            note
          )}
          {paste.offer !== null && (
            <Button
              className={styles.offer}
              // The field keeps the focus, or the words would go before the press counts.
              onPointerDown={(event) => event.preventDefault()}
              onClick={paste.offer}
            >
              {t('pasteProducts.offer')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}

function isWithin(whole: Element | null, target: EventTarget | null): boolean {
  return target instanceof Node && whole?.contains(target) === true;
}
