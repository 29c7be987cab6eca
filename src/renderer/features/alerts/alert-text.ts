import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { alertName } from '#renderer/ui/alert-name.ts';
import { markLabel } from '#renderer/ui/mark-label.ts';
import { platformName } from '#renderer/ui/platform-name.ts';
import type { Alert, AlertEvidence } from '#shared/model/alert.ts';
import type { Mark } from '#shared/model/metrics.ts';

const MINUTE_MS = 60_000;

type Figure = Extract<AlertEvidence, { kind: 'figure' }>;
type Shelf = Extract<AlertEvidence, { kind: 'shelf' }>;

/** What is off, in one line. `startedTs`: times are of the show; null: of the clock. */
export function headline(i18n: I18n, { evidence }: Alert): string {
  const { t, format } = i18n;
  if (evidence.kind === 'state') {
    const { state, subject, sinceTs, value } = evidence;
    return t(`alerts.state.${state}`, {
      subject: subject === null ? '' : platformName(i18n, subject),
      clock: format.time(sinceTs, null),
      value: value === null ? '' : format.number(value),
    });
  }
  if (evidence.kind === 'shelf') return apart(i18n, evidence);
  const minutes = Math.round((evidence.toTs - evidence.fromTs) / MINUTE_MS);
  const figure = t(`alerts.figure.${evidence.figure}`);
  return t('alerts.change', { figure, minutes, change: changeOf(i18n, evidence) });
}

/** The numbers behind it, each sentence by itself; a state has said everything. */
export function evidenceLines(i18n: I18n, { evidence }: Alert): readonly string[] {
  if (evidence.kind === 'state') return [];
  const { t, format } = i18n;
  if (evidence.kind === 'shelf') {
    const { asked, block, sinceTs } = evidence;
    const since = t('alerts.shelfSince', { clock: format.time(sinceTs, null) });
    return asked === null || block === null
      ? [since]
      : [t('alerts.shelfBlock', { link: block }), since];
  }
  const { value, against, versus, shows, sigmas, without } = evidence;
  const words = {
    value: said(i18n, evidence, value),
    against: said(i18n, evidence, against),
    shows: shows ?? 0,
  };
  const lines = [t(`alerts.against.${versus}`, words)];
  if (sigmas !== null) {
    lines.push(t('alerts.sigmas', { sigmas: format.number(Math.round(sigmas * 10) / 10) }));
  }
  if (without.length > 0) {
    const platforms = without.map((platform) => platformName(i18n, platform));
    lines.push(t('metric.without', { platforms: platforms.join(t('common.listSeparator')) }));
  }
  return lines;
}

/** What is spoken of, and what the shelf shows instead. */
function apart({ t, tn }: I18n, { asked, shown, proposed }: Shelf): string {
  const spoken =
    asked === null
      ? t('alerts.shelfBlock', { link: proposed })
      : tn('alerts.shelfAsked', asked.people, { link: asked.linkNumber });
  const held = shown === null ? t('alerts.shelfEmpty') : t('alerts.shelfShows', { link: shown });
  return [spoken, held].join(t('common.separator'));
}

/** What happened shortly before, as its marks say it; null where nothing did. */
export function causesLine(i18n: I18n, { causes }: Alert, marks: readonly Mark[]): string | null {
  const words = causes.flatMap(({ seq }) => {
    const mark = marks.find((candidate) => candidate.seq === seq);
    if (mark === undefined) return [];
    const label = markLabel(i18n, mark);
    return [i18n.t(`mark.${mark.kind}`, { label }).trim()];
  });
  if (words.length === 0) return null;
  return i18n.t('alerts.causes', { marks: words.join(i18n.t('common.separator')) });
}

export function ruleName(i18n: I18n, { name, ruleId }: Pick<Alert, 'name' | 'ruleId'>): string {
  return name ?? alertName(i18n, ruleId);
}

/** `+12 %`; what is held against a limit, a share, and what has nothing before it are said as they are. */
export function changeOf(i18n: I18n, evidence: Figure): string {
  const { value, against } = evidence;
  if (evidence.versus === 'limit' || against === 0) return said(i18n, evidence, value);
  return i18n.format.change((value - against) / against);
}

function said(i18n: I18n, { figure }: Figure, value: number): string {
  if (figure === 'unpaidShare') return i18n.format.share(value);
  return i18n.format.number(Math.round(value));
}
