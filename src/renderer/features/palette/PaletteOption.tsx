import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { classNames } from '#renderer/ui/class-names.ts';

import type { DeskAction } from '#renderer/actions/desk-action.ts';

import styles from './CommandPalette.module.css';
import type { PaletteLine } from './palette-lines.ts';

/** Characters that stand in two lines in any language. */
const SURELY_SHOWN = 40;

interface PaletteOptionProps {
  readonly line: PaletteLine;
  readonly isSelected: boolean;
  /** Waits for the second press that a grave command needs. */
  readonly isAsking: boolean;
  readonly onRun: () => void;
}

/** One command. The field keeps the focus, so a press must not take it. */
export function PaletteOption(props: PaletteOptionProps): ReactElement {
  const { line, isSelected, isAsking, onRun } = props;
  const { t } = useI18n();
  const label = isAsking ? t('palette.confirm', { label: line.label }) : line.label;
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    // Not in every test surrounding, always in a browser.
    if (isSelected) button.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isSelected]);

  return (
    <li>
      <button
        ref={button}
        type="button"
        tabIndex={-1}
        aria-current={isSelected ? 'true' : undefined}
        className={classNames(
          styles.line,
          isSelected && styles.selected,
          isAsking && styles.asking,
        )}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onRun}
      >
        <span className={styles.group}>{t(line.group)}</span>
        <span
          className={styles.label}
          title={label.length > SURELY_SHOWN ? label : undefined}
          translate={isInViewersWords(line.action) ? 'no' : undefined}
        >
          {label}
        </span>
        <span className={styles.keys} aria-hidden="true">
          {line.keys.map((name) => (
            <Kbd key={name}>{name}</Kbd>
          ))}
        </span>
      </button>
    </li>
  );
}

const OF_QUESTIONS: ReadonlySet<DeskAction['type']> = new Set([
  'sendQuestion',
  'answerQuestion',
  'reopenQuestion',
]);

/** Whatever language a viewer asks in, it is not the desk's. */
function isInViewersWords({ type }: DeskAction): boolean {
  return OF_QUESTIONS.has(type);
}
