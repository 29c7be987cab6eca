import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useBlocks, useShow, useStage } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { isRestDue } from '#shared/rules/stage/anchor-load.ts';

import styles from './MoodAsk.module.css';
import { ScriptText } from './ScriptText.tsx';

/** For so long after a block began somebody is between two things, milliseconds of show time. */
const ASKED_FOR_MS = 45_000;
/** Nobody is asked twice in it. */
const ASKED_EVERY_MS = 20 * 60_000;
/** From worn out to well: the mouth of a face in a square of 24. */
const MOUTHS = ['M7 18q5-6 10 0', 'M8 17q4-3 8 0', 'M8 16h8', 'M8 15q4 3 8 0', 'M7 14q5 6 10 0'];

/** Between two blocks: how the anchor feels, in one tap, and a word of rest where it is due. */
export function MoodAsk(): ReactElement | null {
  const { t, format } = useI18n();
  const run = useCommand();
  const show = useShow();
  const { load } = useStage();
  const { blocks, currentId } = useBlocks();
  const now = useShowNow(1_000);
  const [answered, setAnswered] = useState<number | null>(null);
  const block = blocks.find(({ id }) => id === currentId);
  if (show?.state !== 'on_air' || now === null || block === undefined) return null;
  if (block.startedTs === null || block.position === 1 || answered === block.startedTs) return null;
  const lastTs = load.moods[load.moods.length - 1]?.ts ?? null;
  if (now - block.startedTs > ASKED_FOR_MS) return null;
  if (lastTs !== null && now - lastTs < ASKED_EVERY_MS) return null;
  const { startedTs } = block;
  const isDue = isRestDue(load, now) && load.sinceTs !== null;
  return (
    <div className={styles.ask} role="group" aria-label={t('anchor.mood')}>
      <span className={styles.words}>
        <ScriptText
          text={
            isDue && load.sinceTs !== null
              ? t('anchor.restDue', { time: format.clock(now - load.sinceTs) })
              : t('anchor.mood')
          }
        />
      </span>
      {MOUTHS.map((mouth, at) => (
        <button
          key={mouth}
          type="button"
          className={styles.face}
          aria-label={t('stage.moodOf', { mood: at + 1 })}
          onClick={(event) => {
            if (event.detail > 0) event.currentTarget.blur();
            setAnswered(startedTs);
            void run('mood.note', { mood: at + 1 });
          }}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="12" cy="12" r="10" />
            <path d={`M8.5 9v1M15.5 9v1${mouth}`} />
          </svg>
        </button>
      ))}
    </div>
  );
}
