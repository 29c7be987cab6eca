import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import { useRiskRoom } from '#renderer/ui/use-risk-note.ts';
import { RISK_PLATFORMS, RISK_TRADES, type RiskLayer } from '#shared/model/risk-word.ts';
import { followedLayers } from '#shared/rules/risk-words/room-list.ts';

import styles from './SettingsSheet.module.css';

/** Parts of the list of risk words: each follows the room until it is switched by hand. */
export function RiskRow(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const perform = usePerform();
  const { risk } = useShownSettings();
  const followed = followedLayers(useRiskRoom());

  function choose(layer: RiskLayer, isOn: boolean): void {
    const { [layer]: _before, ...others } = risk.layers;
    // As the room itself would have it: it goes on following.
    const layers = isOn === followed.has(layer) ? others : { ...others, [layer]: isOn };
    perform({ type: 'changeSettings', change: { risk: { ...risk, layers } } });
  }

  return (
    <div className={styles.row} role="group" aria-label={t('settings.risk')}>
      <span>{t('settings.risk')}</span>
      <p className={styles.text}>{t('settings.riskText')}</p>
      <div>
        <Button onClick={() => perform({ type: 'openPanel', panel: 'riskWords' })}>
          {t('riskWords.list')}
        </Button>
      </div>
      {[...RISK_PLATFORMS, ...RISK_TRADES].map((layer) => (
        <label key={layer} className={styles.check}>
          <input
            type="checkbox"
            checked={risk.layers[layer] ?? followed.has(layer)}
            onChange={(event) => choose(layer, event.target.checked)}
          />
          {layerName(i18n, layer)}
          {risk.layers[layer] === undefined && followed.has(layer) && (
            <span className={styles.text}>{t('settings.riskFollows')}</span>
          )}
        </label>
      ))}
    </div>
  );
}

function layerName(i18n: I18n, layer: RiskLayer): string {
  const trade = RISK_TRADES.find((each) => each === layer);
  return trade === undefined ? platformName(i18n, layer) : i18n.t(`category.${trade}`);
}
