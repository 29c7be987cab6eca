import type { ReactElement, RefObject } from 'react';

import { CUE_VARIABLES, writtenVariable } from '#shared/rules/cue-text/cue-variables.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';

interface VariablePickerProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Writes a variable into the field, where its caret is. */
export function VariablePicker({ field, text, onChange }: VariablePickerProps): ReactElement {
  const { t, language } = useI18n();
  const speaks = language === 'en' ? 'en' : 'zh';

  function insert(name: string): void {
    const variable = CUE_VARIABLES.find((each) => each === name);
    if (variable === undefined) return;
    const at = field.current?.selectionStart ?? text.length;
    const to = field.current?.selectionEnd ?? at;
    onChange(text.slice(0, at) + writtenVariable(variable, speaks) + text.slice(to));
    field.current?.focus();
  }

  return (
    <SelectField
      label={t('library.insert')}
      value=""
      options={[
        { value: '', label: t('library.insertHint') },
        ...CUE_VARIABLES.map((variable) => ({
          value: variable,
          label: `${t(`library.variable.${variable}`)} ${writtenVariable(variable, speaks)}`,
        })),
      ]}
      onChange={insert}
    />
  );
}
