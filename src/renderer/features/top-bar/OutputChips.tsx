import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useOutputs } from '#renderer/store/selectors.ts';
import { Chip, type ChipTone } from '#renderer/ui/Chip.tsx';
import { LevelMeter } from '#renderer/ui/LevelMeter.tsx';
import { outputLines, outputSentence } from '#renderer/ui/output-text.ts';
import type { OutputHealth } from '#shared/model/output-health.ts';

import styles from './OutputChips.module.css';

/** A room with more has the rest in the sheet; their places never change, so that nothing jumps. */
const MOST_CHIPS = 2;

const TONE = { good: 'ok', strained: 'warn', bad: 'danger', not_streaming: 'idle' } as const;
const WEIGHT = { danger: 4, warn: 3, busy: 2, idle: 1, ok: 0 } as const satisfies Record<
  ChipTone,
  number
>;

function toneOf({ state }: OutputHealth): ChipTone {
  return state === null ? 'warn' : TONE[state];
}

/** One chip for each OBS: how its stream goes out, and how loud the microphone is. */
export function OutputChips(): ReactElement | null {
  const { t } = useI18n();
  const outputs = useOutputs();
  const openPanel = useDeskStore((state) => state.openPanel);
  const open = (): void => openPanel('outlets');
  if (outputs.length === 0) return null;
  const rest = outputs.slice(MOST_CHIPS);
  const worst = rest.map(toneOf).toSorted((a, b) => WEIGHT[b] - WEIGHT[a])[0];
  return (
    <div className={styles.outputs} data-outputs>
      {outputs.slice(0, MOST_CHIPS).map((output) => (
        <OutputChip
          key={output.outletId}
          output={output}
          isAlone={outputs.length === 1}
          onPress={open}
        />
      ))}
      {worst !== undefined && (
        <Chip tone={worst} onPress={open}>
          {t('output.more', { count: rest.length })}
        </Chip>
      )}
    </div>
  );
}

interface OutputChipProps {
  readonly output: OutputHealth;
  /** No other is there that it could be taken for. */
  readonly isAlone: boolean;
  readonly onPress: () => void;
}

function OutputChip({ output, isAlone, onPress }: OutputChipProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { name, kbps, droppedShare, microphone } = output;
  const lines = [
    t('output.label', { name }),
    outputSentence(i18n, output),
    ...outputLines(i18n, output).map((line) => t('output.line', line)),
  ];
  const word = wordOf(i18n, output);
  return (
    <Chip tone={toneOf(output)} title={lines.join('\n')} onPress={onPress}>
      <span className={isAlone ? styles.spare : styles.name}>{name}</span>
      {kbps === null ? (
        <span className={styles.word}>
          {isAlone && <span className={styles.program}>OBS </span>}
          {word}
        </span>
      ) : (
        <>
          <span className={styles.rate}>{t('output.kbps', { value: format.number(kbps) })}</span>
          <span className={styles.loss}>
            <span className={styles.lossWord}>{t('output.dropShort')}</span>
            {droppedShare === null ? '—' : format.share(droppedShare)}
          </span>
        </>
      )}
      {microphone !== null && <LevelMeter {...microphone} />}
    </Chip>
  );
}

/** In the place of the figures where there are none. */
function wordOf({ t }: I18n, { state, cause, why }: OutputHealth): string {
  if (state === null) return t('output.short.unread');
  if (state === 'not_streaming') return t('output.short.not_streaming');
  if (cause === 'reconnecting' || why === 'reconnecting') return t('output.short.reconnecting');
  return state === 'good' ? t('output.short.waiting') : t(`output.short.${state}`);
}
