import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { OutputHealth } from '#shared/model/output-health.ts';

/** A figure of a stream with what it is; unknown is said with its reason, or as a dash. */
export type OutputLine = { readonly label: string; readonly value: string };

/** How a stream goes, in one sentence: what holds it up, or why nobody knows. */
export function outputSentence({ t }: I18n, { state, cause, why }: OutputHealth): string {
  if (state === null)
    return t('output.stateWhy', {
      state: t('output.state.unread'),
      cause: t('output.why.not_read'),
    });
  const said = t(`output.state.${state}`);
  if (cause !== null)
    return t('output.stateWhy', { state: said, cause: t(`output.cause.${cause}`) });
  return why === 'no_frames'
    ? t('output.stateWhy', { state: said, cause: t(`output.why.${why}`) })
    : said;
}

/** Every figure there is of a stream. */
export function outputLines({ t, format }: I18n, output: OutputHealth): readonly OutputLine[] {
  const share = (value: number | null): string => (value === null ? '—' : format.share(value));
  const { kbps, why, droppedFrames, totalFrames, fps, cpuPercent, streamedMs, microphone } = output;
  const lines: OutputLine[] = [
    {
      label: t('output.bitrate'),
      value:
        kbps === null
          ? t(`output.why.${why ?? 'not_read'}`)
          : t('output.kbps', { value: format.number(kbps) }),
    },
    { label: t('output.dropped'), value: share(output.droppedShare) },
    {
      label: t('output.droppedInAll'),
      value:
        droppedFrames === null || totalFrames === null
          ? '—'
          : t('output.ofFrames', {
              lost: format.number(droppedFrames),
              total: format.number(totalFrames),
            }),
    },
    { label: t('output.congestion'), value: share(output.congestion) },
    { label: t('output.unrendered'), value: share(output.unrenderedShare) },
    { label: t('output.unencoded'), value: share(output.unencodedShare) },
    { label: t('output.fps'), value: fps === null ? '—' : format.number(round(fps)) },
    { label: t('output.cpu'), value: share(cpuPercent === null ? null : cpuPercent / 100) },
    { label: t('output.streamed'), value: streamedMs === null ? '—' : format.span(streamedMs) },
  ];
  if (microphone === null) return lines;
  const { name, levelDb } = microphone;
  const level =
    levelDb === null
      ? t('output.levelUnknown')
      : t('output.level', { level: format.number(levelDb) });
  return [...lines, { label: t('output.microphone', { name }), value: level }];
}

function round(fps: number): number {
  return Math.round(fps * 10) / 10;
}
