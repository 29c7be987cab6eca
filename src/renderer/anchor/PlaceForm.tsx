import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { usePasteGuard } from '#renderer/ui/use-paste-guard.ts';

import styles from './PlaceForm.module.css';
import { canStayAwake } from './use-stay-awake.ts';
import { ViewingAnswers } from './viewing-place.ts';

interface PlaceFormProps {
  readonly initial: ViewingAnswers;
  onKeep(answers: ViewingAnswers): void;
}

/** Asked once with the device in the hand, so its type is of an ordinary size. */
export function PlaceForm({ initial, onKeep }: PlaceFormProps): ReactElement {
  const { t } = useI18n();
  const [diagonal, setDiagonal] = useState(String(initial.diagonalInches));
  const [distance, setDistance] = useState(String(initial.distanceMetres));
  const [isLight, setIsLight] = useState(initial.theme === 'light');
  const [isWrong, setIsWrong] = useState(false);

  const diagonalPaste = usePasteGuard({ maxLength: null, example: '10.9' });
  const distancePaste = usePasteGuard({ maxLength: null, example: '2' });
  const pasteNote = diagonalPaste.note ?? distancePaste.note;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const parsed = ViewingAnswers.safeParse({
      diagonalInches: Number(diagonal),
      distanceMetres: Number(distance),
      theme: isLight ? 'light' : 'dark',
    });
    setIsWrong(!parsed.success);
    if (parsed.success) onKeep(parsed.data);
  }

  return (
    <form className={styles.form} onSubmit={submit} aria-labelledby="place-title" noValidate>
      <h2 id="place-title">{t('anchor.place')}</h2>
      <p>{t('anchor.placeIntro')}</p>
      <label>
        {t('anchor.diagonal')}
        <input
          type="number"
          inputMode="decimal"
          step="0.1"
          min={5}
          max={100}
          value={diagonal}
          onChange={(event) => {
            diagonalPaste.clear();
            setDiagonal(event.target.value);
          }}
          onPaste={diagonalPaste.onPaste}
          onDrop={diagonalPaste.onDrop}
        />
      </label>
      <label>
        {t('anchor.distance')}
        <input
          type="number"
          inputMode="decimal"
          step="0.1"
          min={0.3}
          max={10}
          value={distance}
          onChange={(event) => {
            distancePaste.clear();
            setDistance(event.target.value);
          }}
          onPaste={distancePaste.onPaste}
          onDrop={distancePaste.onDrop}
        />
      </label>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={isLight}
          onChange={(event) => setIsLight(event.target.checked)}
        />
        {t('anchor.light')}
      </label>
      {(isWrong || pasteNote !== null) && (
        <p className={styles.wrong} role="alert">
          {pasteNote ?? t('anchor.placeRange')}
        </p>
      )}
      <p>{t(canStayAwake() ? 'anchor.awakeAuto' : 'anchor.awakeManual')}</p>
      <p>{t('anchor.keys')}</p>
      <button type="submit">{t('anchor.placeSave')}</button>
    </form>
  );
}
