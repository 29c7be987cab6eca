import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { Button } from './Button.tsx';
import styles from './Field.module.css';
import { Kbd } from './Kbd.tsx';
import { REPLACE_KEY } from './use-risk-replacement.ts';
import type { RiskFound } from './use-risk-note.ts';

/** From so many characters on, where a phrase stands is not seen at a glance. */
const LONG_TEXT = 60;

interface RiskLineProps {
  readonly risk: RiskFound;
  readonly text: string;
  readonly onReplace: () => void;
  /** Chooses the phrase in its field. */
  readonly onShow: (from: number, to: number) => void;
}

/** What should not be said, beside the field it stands in, with what to do about it. */
export function RiskLine({ risk, text, onReplace, onShow }: RiskLineProps): ReactElement {
  const { t } = useI18n();
  const { worst, replaced } = risk;
  return (
    <>
      {risk.words}
      {text.length > LONG_TEXT && (
        <Button
          tone="quiet"
          className={styles.offer}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onShow(worst.from, worst.to)}
        >
          {t('risk.show', { place: placeOf(text, worst.from) })}
        </Button>
      )}
      {replaced !== null && (
        <Button
          className={styles.offer}
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={onReplace}
        >
          {t('risk.replace', { instead: worst.entry.instead })} <Kbd>Ctrl</Kbd>
          <Kbd>{REPLACE_KEY}</Kbd>
        </Button>
      )}
    </>
  );
}

/** Line and character, both from 1; of a single line the character alone. */
function placeOf(text: string, from: number): string {
  const before = text.slice(0, from).split('\n');
  const character = (before.at(-1) ?? '').length + 1;
  return text.includes('\n') ? `${before.length}:${character}` : String(character);
}
