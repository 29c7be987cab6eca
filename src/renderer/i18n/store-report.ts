import { errorMessage } from './error-message.ts';
import type { I18n } from './i18n-context.tsx';
import type { ShowStretch, StoreReport } from '#shared/model/store.ts';

/** What became of the store, in one sentence. */
export function reportHeadline(i18n: I18n, report: StoreReport): string {
  const { t, format } = i18n;
  const { backup, error } = report;
  switch (report.kind) {
    case 'failed':
      return t('store.report.failed', { reason: error === null ? '' : errorMessage(i18n, error) });
    case 'recovered':
      return backup === null
        ? t('store.report.recoveredAlone')
        : t('store.report.recovered', { time: format.dateTime(backup.madeTs, null) });
    case 'restored':
    case 'imported':
      return t(`store.report.${report.kind}`, {
        time: format.dateTime(backup?.madeTs ?? report.reportTs, null),
      });
    default:
      return report.kind satisfies never;
  }
}

/** What was saved and what is missing, line by line; a restored backup has nothing of both. */
export function reportLines(i18n: I18n, report: StoreReport): readonly string[] {
  const { t, format } = i18n;
  const lines: string[] = [];
  if (report.backup !== null) {
    const { shows, events } = report.backup;
    lines.push(
      t('store.report.backup', { shows: format.number(shows), events: format.number(events) }),
    );
  }
  if (report.kind === 'recovered') {
    lines.push(t('store.report.salvaged', { events: format.number(report.salvaged.events) }));
    lines.push(...report.salvaged.shows.map((stretch) => stretchLine(i18n, stretch)));
    lines.push(...lossLines(i18n, report.lost));
  }
  if (report.quarantine !== null) {
    lines.push(t('store.report.kept', { folder: `quarantine/${report.quarantine}` }));
  }
  return lines;
}

function lossLines(i18n: I18n, lost: StoreReport['lost']): string[] {
  const { t, format } = i18n;
  const time = (ts: number | null): string => (ts === null ? '—' : format.dateTime(ts, null));
  const span = { from: time(lost.fromTs), to: time(lost.toTs) };
  if (lost.events === 0 && lost.otherRows === 0) return [t('store.report.nothingLost')];
  const lines: string[] = [];
  if (lost.events === null) lines.push(t('store.report.lostUnknown', span));
  else if (lost.events > 0) {
    lines.push(t('store.report.lost', { events: format.number(lost.events), ...span }));
  }
  lines.push(...lost.shows.map((stretch) => stretchLine(i18n, stretch)));
  if (lost.otherRows > 0) {
    lines.push(t('store.report.lostOther', { count: format.number(lost.otherRows) }));
  }
  return lines;
}

function stretchLine({ t, format }: I18n, stretch: ShowStretch): string {
  const time = (ts: number | null): string => (ts === null ? '—' : format.dateTime(ts, null));
  return t('store.report.show', {
    title: stretch.title,
    events: format.number(stretch.events),
    from: time(stretch.fromTs),
    to: time(stretch.toTs),
  });
}
