import { useLayoutEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { FIRST_TILES, TileId, TILES_MAX } from '#shared/model/metric-tile.ts';
import { METRICS, METRIC_GROUPS } from '#shared/rules/metrics/metric-table.ts';

import styles from './TilesRow.module.css';

/** Which figures the strip shows: the chosen ones first, as they stand there, the others by what they are of. */
export function TilesRow(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { tiles } = useShownSettings();
  const chosen = tiles ?? FIRST_TILES;
  const list = useRef<HTMLUListElement>(null);
  const moved = useRef<string | null>(null);
  // A row that was moved is taken out for a moment, and its button with the focus.
  useLayoutEffect(() => {
    if (moved.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-move="${moved.current}"]`)?.focus();
    moved.current = null;
  }, [chosen]);

  function choose(next: readonly TileId[]): void {
    perform({ type: 'changeSettings', change: { tiles: [...next] } });
  }

  function move(id: TileId, step: 1 | -1): void {
    const to = chosen.indexOf(id) + step;
    const others = chosen.filter((each) => each !== id);
    moved.current = moveName(id, step);
    choose([...others.slice(0, to), id, ...others.slice(to)]);
  }

  return (
    <fieldset className={styles.tiles}>
      <legend className={styles.legend}>{t('settings.tiles')}</legend>
      <p className={styles.text}>
        {t('settings.tilesText', { count: chosen.length, max: TILES_MAX })}
      </p>
      <h4 className={styles.group}>{t('settings.tilesShown')}</h4>
      <ul ref={list} className={styles.list}>
        {chosen.map((id) => (
          <TileLine key={id} id={id} chosen={chosen} onChoose={choose}>
            <span className={styles.moves}>
              {([-1, 1] as const).map((step) => (
                <Button
                  key={step}
                  tone="quiet"
                  data-move={moveName(id, step)}
                  disabled={chosen[chosen.indexOf(id) + step] === undefined}
                  aria-label={t(step === -1 ? 'settings.tileEarlier' : 'settings.tileLater', {
                    what: t(`metric.${id}`),
                  })}
                  onClick={() => move(id, step)}
                >
                  {step === -1 ? '↑' : '↓'}
                </Button>
              ))}
            </span>
          </TileLine>
        ))}
      </ul>
      {METRIC_GROUPS.map((group) => {
        const others = TileId.options.filter(
          (id) => METRICS[id].group === group && !chosen.includes(id),
        );
        if (others.length === 0) return null;
        return (
          <section
            key={group}
            className={styles.list}
            aria-label={t(`settings.tileGroup.${group}`)}
          >
            <h4 className={styles.group}>{t(`settings.tileGroup.${group}`)}</h4>
            <ul className={styles.columns}>
              {others.map((id) => (
                <TileLine key={id} id={id} chosen={chosen} onChoose={choose} />
              ))}
            </ul>
          </section>
        );
      })}
      {tiles !== null && (
        <Button
          tone="quiet"
          onClick={() => perform({ type: 'changeSettings', change: { tiles: null } })}
        >
          {t('settings.tilesFirst')}
        </Button>
      )}
    </fieldset>
  );
}

interface TileLineProps {
  readonly id: TileId;
  readonly chosen: readonly TileId[];
  readonly onChoose: (next: readonly TileId[]) => void;
  readonly children?: ReactNode;
}

/** A figure to choose; the last one that is shown stays, and no more than fit are taken. */
function TileLine({ id, chosen, onChoose, children }: TileLineProps): ReactElement {
  const { t } = useI18n();
  const isChosen = chosen.includes(id);
  return (
    <li className={styles.line}>
      <label className={styles.name} title={t(`metric.about.${id}`)}>
        <input
          type="checkbox"
          checked={isChosen}
          disabled={isChosen ? chosen.length === 1 : chosen.length === TILES_MAX}
          onChange={() =>
            onChoose(isChosen ? chosen.filter((each) => each !== id) : [...chosen, id])
          }
        />
        {t(`metric.${id}`)}
      </label>
      {children}
    </li>
  );
}

function moveName(id: TileId, step: 1 | -1): string {
  return `${id} ${step === -1 ? 'earlier' : 'later'}`;
}
