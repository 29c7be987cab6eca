import type { ReactElement } from 'react';

import { checkText } from '#renderer/i18n/check-text.ts';
import { enteredText } from '#renderer/i18n/entered-text.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { metricText } from '#renderer/i18n/metric-text.ts';
import { useMetrics, useSources } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { PlatformMark } from '#renderer/ui/PlatformMark.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import { FigureName } from '#shared/model/entered-figure.ts';
import type { TileId } from '#shared/model/metric-tile.ts';
import type { LiveMetrics, SourceFigures } from '#shared/model/metrics.ts';
import type { Source } from '#shared/model/source.ts';
import { METRIC_SOURCES } from '#shared/rules/metrics/metric-sources.ts';
import { METRICS } from '#shared/rules/metrics/metric-table.ts';
import type { Disagreement } from '#shared/rules/metrics/self-check.ts';
import {
  metricOfSource,
  metricValue,
  type MetricValue,
} from '#shared/rules/metrics/metric-value.ts';

import styles from './MetricDetail.module.css';

interface MetricDetailProps {
  readonly id: TileId;
  /** The line of the tile, which may be cut there. */
  readonly note: string;
  readonly currency: string;
  /** Where this figure does not agree with another way to it. */
  readonly disagreements: readonly Disagreement[];
  /** What it is compared to, in sentences. */
  readonly about: readonly string[];
  readonly onOpen: (panel: 'figures' | 'targets') => void;
}

const ENTERABLE: ReadonlySet<string> = new Set(FigureName.options);

/** What stands behind a tile: its formula, and what each platform has in it. */
export function MetricDetail(props: MetricDetailProps): ReactElement {
  const { id, note, currency, disagreements, about, onOpen } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const metrics = useMetrics();
  const { unit, needs, definition } = METRICS[id];
  const names = needs.map((input) => t(`input.${input}`));
  return (
    <>
      <p className={styles.title}>{t(`metric.${id}`)}</p>
      <p>{t(`metric.about.${id}`)}</p>
      <p className={styles.note}>{note}</p>
      {about.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {about.length > 0 && <p className={styles.rule}>{t('goal.about.order')}</p>}
      <dl className={styles.facts}>
        <dt>{t('detail.unit')}</dt>
        <dd>{t(`detail.unit.${unit}`, { currency })}</dd>
        {names.length > 0 && (
          <>
            <dt>{t('detail.needs')}</dt>
            <dd>{names.join(t('common.listSeparator'))}</dd>
          </>
        )}
        <dt>{t('detail.definition')}</dt>
        <dd>{definition === 'common' ? t('detail.common') : METRIC_SOURCES[definition]}</dd>
      </dl>
      {metrics !== null && needs.length > 0 && metrics.bySource.length > 0 && (
        <Split id={id} metrics={metrics} currency={currency} />
      )}
      {metrics !== null && <Entered id={id} metrics={metrics} />}
      {disagreements.map((each) => {
        const text = checkText(i18n, each, currency);
        return (
          <p key={text} className={styles.apart}>
            {text}
          </p>
        );
      })}
      {metrics !== null && (
        <div className={styles.open}>
          {needs.some((input) => ENTERABLE.has(input)) && (
            <Button tone="quiet" onClick={() => onOpen('figures')}>
              {t('figures.open')}
            </Button>
          )}
          <Button tone="quiet" onClick={() => onOpen('targets')}>
            {t('targets.open')}
          </Button>
        </div>
      )}
    </>
  );
}

interface SplitProps {
  readonly id: TileId;
  readonly metrics: LiveMetrics;
  readonly currency: string;
}

function Split({ id, metrics, currency }: SplitProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const sources = useSources();
  const { isSum, span, needs } = METRICS[id];
  const isSilent = metrics.bySource.some(({ standing }) => standing === 'silent');
  const whole = metricValue(id, metrics, currency);
  return (
    <>
      <table className={styles.split}>
        <caption className={styles.caption}>{t('detail.bySource')}</caption>
        <tbody>
          {metrics.bySource.map((source) => (
            <tr key={source.sourceId}>
              <th scope="row">
                <PlatformMark platform={source.platform} />
                {nameOf(i18n, source, sources)}
              </th>
              <td className={styles.value}>
                {valueText(i18n, id, metricOfSource(id, metrics, source, currency), currency)}
              </td>
              <td className={source.standing === 'silent' ? styles.silent : styles.since}>
                {standingText(i18n, source)}
              </td>
            </tr>
          ))}
          {isSum && metrics.bySource.length > 1 && (
            <tr className={styles.sum}>
              <th scope="row">{t('detail.sum')}</th>
              <td className={styles.value}>{valueText(i18n, id, whole, currency)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {!isSum && metrics.bySource.length > 1 && (
        <p className={styles.rule}>{t('detail.notSummed')}</p>
      )}
      {needs.some((input) => input === 'chatters5Min' || input === 'interacting5Min') && (
        <p className={styles.rule}>{t('detail.people')}</p>
      )}
      {isSilent && (
        <p className={styles.rule}>
          {t(isSum && span === 'show' ? 'detail.keptUntil' : 'detail.leftOut')}
        </p>
      )}
    </>
  );
}

/** The channel too, where a platform is there twice. */
function nameOf(i18n: I18n, source: SourceFigures, sources: readonly Source[]): string {
  const name = platformName(i18n, source.platform);
  const same = sources.filter(({ platform }) => platform === source.platform);
  const own = same.find((each) => each.id === source.sourceId);
  return same.length > 1 && own !== undefined ? `${name} ${own.channel}` : name;
}

/** Two matters, said apart: our link to a source, and the platform's own stream. */
function standingText(i18n: I18n, { standing, sinceTs }: SourceFigures): string {
  const time = sinceTs === null ? '' : i18n.format.time(sinceTs, null);
  switch (standing) {
    case 'silent':
      return i18n.t('detail.silent', { time });
    case 'off_air':
      return sinceTs === null ? i18n.t('detail.offAirNow') : i18n.t('detail.offAir', { time });
    case 'receiving':
      return '';
  }
}

function valueText(i18n: I18n, id: TileId, value: MetricValue | null, currency: string): string {
  if (value === null) return i18n.t('metric.unknown');
  const { figure } = value;
  if (!figure.known)
    return `${i18n.t('metric.unknown')} ${i18n.t(`metric.reason.${figure.reason}`)}`;
  return `${figure.isApprox ? '≈ ' : ''}${metricText(i18n, id, figure.value, currency)}`;
}

/** Figures that a person entered and this metric uses. */
function Entered({ id, metrics }: Omit<SplitProps, 'currency'>): ReactElement | null {
  const i18n = useI18n();
  const needs: readonly string[] = METRICS[id].needs;
  const used = metrics.entered.filter(({ name }) => needs.includes(name));
  if (used.length === 0) return null;
  return (
    <ul className={styles.entered}>
      {used.map((figure) => (
        <li key={`${figure.name}/${figure.sourceId ?? ''}`}>
          {i18n.t('detail.entered', {
            name: i18n.t(`input.${figure.name}`),
            value: enteredText(i18n, figure),
            time: i18n.format.time(figure.asOfTs, null),
          })}
        </li>
      ))}
    </ul>
  );
}
