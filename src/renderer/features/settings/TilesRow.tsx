import { useLayoutEffect, useRef } from 'react';
import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { FIRST_TILES, TileId, TILES_MAX } from '#shared/model/metric-tile.ts';

import styles from './TilesRow.module.css';

/** Which figures the strip shows, and in which order: the chosen ones first, as they stand there. */
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
      <ul ref={list} className={styles.list}>
        {[...chosen, ...TileId.options.filter((id) => !chosen.includes(id))].map((id) => {
          const at = chosen.indexOf(id);
          const isChosen = at !== -1;
          const isStuck = isChosen ? chosen.length === 1 : chosen.length === TILES_MAX;
          return (
            <li key={id} className={styles.line}>
              <label className={styles.name}>
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={isStuck}
                  onChange={() =>
                    choose(isChosen ? chosen.filter((each) => each !== id) : [...chosen, id])
                  }
                />
                {t(`metric.${id}`)}
              </label>
              {isChosen && (
                <span className={styles.moves}>
                  {([-1, 1] as const).map((step) => (
                    <Button
                      key={step}
                      tone="quiet"
                      data-move={moveName(id, step)}
                      disabled={chosen[at + step] === undefined}
                      aria-label={t(step === -1 ? 'settings.tileEarlier' : 'settings.tileLater', {
                        what: t(`metric.${id}`),
                      })}
                      onClick={() => move(id, step)}
                    >
                      {step === -1 ? '↑' : '↓'}
                    </Button>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
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

function moveName(id: TileId, step: 1 | -1): string {
  return `${id} ${step === -1 ? 'earlier' : 'later'}`;
}
