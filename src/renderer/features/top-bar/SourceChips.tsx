import { useRef } from 'react';
import type { ReactElement } from 'react';

import { sourceAdvice, sourceDataLine, sourceReason } from '#renderer/i18n/source-reason.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useSources } from '#renderer/store/selectors.ts';
import { useWallNow } from '#renderer/store/use-now.ts';
import { Chip, type ChipTone } from '#renderer/ui/Chip.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { platformName } from '#renderer/ui/platform-name.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import type { Source } from '#shared/model/source.ts';

import { chipsThatFit } from './chips-that-fit.ts';
import { sourceStatus } from './source-status.ts';
import styles from './TopBar.module.css';

/** More would push the controls off a small screen; the sheet behind the chip lists them all. */
const MOST_CHIPS = 3;

/** Trouble first: what is fine can hide behind "more", or behind the number of what is fine. */
const WEIGHT = { danger: 0, warn: 1, busy: 2, ok: 3, idle: 4 } as const satisfies Record<
  ChipTone,
  number
>;

function byTrouble(i18n: I18n, wallNow: number): (a: Source, b: Source) => number {
  const weight = (source: Source): number => WEIGHT[sourceStatus(i18n, source, wallNow).tone];
  return (a, b) => weight(a) - weight(b) || a.id - b.id;
}

/** Its data flows, and its platform does not say that the stream is down. */
function isFine(i18n: I18n, source: Source, wallNow: number): boolean {
  return sourceStatus(i18n, source, wallNow).tone === 'ok' && source.stream !== 'offline';
}

/** One chip a source: is the platform's stream on air, and do we receive its data. */
export function SourceChips(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const sources = useSources();
  const wallNow = useWallNow(1_000);
  const openPanel = useDeskStore((state) => state.openPanel);
  const place = useRef<HTMLDivElement>(null);
  const roomPx = useWidth(place);
  const sorted = sources.toSorted(byTrouble(i18n, wallNow));
  const fine = sorted.filter((source) => isFine(i18n, source, wallNow));
  const { named, folded, more } = chipsThatFit({
    all: sorted,
    fine,
    most: MOST_CHIPS,
    roomPx,
    wordsOf: (source) =>
      `${platformName(i18n, source.platform)}${sourceStatus(i18n, source, wallNow).trouble ?? ''}`,
  });
  const open = (): void => openPanel('sources');
  return (
    <div ref={place} className={styles.chips} data-trouble={fine.length < sources.length}>
      {sources.length === 0 && (
        <Chip tone="idle" onPress={open}>
          {t('chip.noSources')}
        </Chip>
      )}
      {named.filter((source) => !fine.includes(source)).map(chipOf)}
      {more > 0 && (
        <Chip tone="idle" onPress={open}>
          {t('chip.more', { count: more })}
        </Chip>
      )}
      <div className={styles.calm}>
        {named.filter((source) => fine.includes(source)).map(chipOf)}
        {folded.length > 0 && (
          <Chip
            tone="ok"
            title={folded.map(({ platform }) => platformName(i18n, platform)).join('\n')}
            onPress={open}
          >
            {t('chip.receiving', { count: folded.length })}
          </Chip>
        )}
      </div>
    </div>
  );

  function chipOf(source: Source): ReactElement {
    const { id, platform } = source;
    return (
      <SourceChip
        key={id}
        source={source}
        isAlone={sources.every((other) => id === other.id || platform !== other.platform)}
        isFine={fine.includes(source)}
        wallNow={wallNow}
        onPress={open}
      />
    );
  }
}

interface SourceChipProps {
  readonly source: Source;
  /** No other source is of its platform, which then names it. */
  readonly isAlone: boolean;
  readonly isFine: boolean;
  readonly wallNow: number;
  readonly onPress: () => void;
}

function SourceChip({
  source,
  isAlone,
  isFine: isCalm,
  wallNow,
  onPress,
}: SourceChipProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { tone, trouble } = sourceStatus(i18n, source, wallNow);
  const hint = [
    `${platformName(i18n, source.platform)} ${source.channel}`,
    t('sources.streamLine', { state: t(`sources.stream.${source.stream}`) }),
    t('sources.dataLine', { state: sourceDataLine(i18n, source, wallNow) }),
    source.reason === null ? '' : sourceReason(i18n, source.reason),
    sourceAdvice(i18n, source, wallNow),
  ];
  return (
    <Chip tone={tone} title={hint.filter((line) => line !== '').join('\n')} onPress={onPress}>
      <span>{platformName(i18n, source.platform)}</span>
      {!isAlone && <span className={styles.channel}>{source.channel}</span>}
      {source.stream !== 'unknown' && (
        <span
          className={classNames(styles.stream, isCalm && styles.calmStream)}
          data-stream={source.stream}
        >
          {t(source.stream === 'online' ? 'chip.streamOnline' : 'chip.streamOffline')}
        </span>
      )}
      {trouble !== null && <span>{trouble}</span>}
    </Chip>
  );
}
