import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';

import { AlertsRow } from './AlertsRow.tsx';
import { ExportSettings } from './ExportSettings.tsx';
import { GlobalKeysRoomRow } from './GlobalKeysRoomRow.tsx';
import { GlobalKeysRow } from './GlobalKeysRow.tsx';
import { GoWaitsRow } from './GoWaitsRow.tsx';
import { ImportSettings } from './ImportSettings.tsx';
import { KeyRow } from './KeyRow.tsx';
import { PANEL_NAMES, type SettingRow } from './setting-rows.ts';
import { CategoryRow, PresetsRow } from './PresetsRow.tsx';
import styles from './SettingsSheet.module.css';
import { RiskRow } from './RiskRow.tsx';
import { TriggersRow } from './TriggersRow.tsx';
import { TilesRow } from './TilesRow.tsx';
import {
  CurrencyRow,
  DigitWaitRow,
  LanguageRow,
  OverlayLookRow,
  TextSizeRow,
  ThemeRow,
} from './ValueRows.tsx';
import { NotShownRow, PaceRow } from './StageRows.tsx';
import { WordsRow } from './WordsRow.tsx';

export function SettingRowView({ row }: { readonly row: SettingRow }): ReactElement {
  switch (row.kind) {
    case 'value':
      return <ValueRow setting={row.setting} />;
    case 'key':
      return <KeyRow action={row.action} />;
    case 'panel':
      return <PanelRow panel={row.panel} />;
    case 'export':
      return <ExportSettings />;
    case 'import':
      return <ImportSettings />;
  }
}

type ValueOf = Extract<SettingRow, { kind: 'value' }>['setting'];

function ValueRow({ setting }: { readonly setting: ValueOf }): ReactElement {
  switch (setting) {
    case 'theme':
      return <ThemeRow />;
    case 'textSize':
      return <TextSizeRow />;
    case 'language':
      return <LanguageRow />;
    case 'hasGlobalKeys':
      return <GlobalKeysRow />;
    case 'globalKeysRoom':
      return <GlobalKeysRoomRow />;
    case 'notShownAfterS':
      return <NotShownRow />;
    case 'prompterPace':
      return <PaceRow />;
    case 'digitWaitMs':
      return <DigitWaitRow />;
    case 'currency':
      return <CurrencyRow />;
    case 'tiles':
      return <TilesRow />;
    case 'words':
      return <WordsRow />;
    case 'risk':
      return <RiskRow />;
    case 'overlayLook':
      return <OverlayLookRow />;
    case 'alerts':
      return <AlertsRow />;
    case 'triggers':
      return <TriggersRow />;
    case 'category':
      return <CategoryRow />;
    case 'presets':
      return <PresetsRow />;
    case 'goWaitsFor':
      return <GoWaitsRow />;
  }
}

/** Set on a sheet of its own; found here all the same. */
function PanelRow({ panel }: { readonly panel: keyof typeof PANEL_NAMES }): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const name = t(PANEL_NAMES[panel]);
  return (
    <div className={styles.line}>
      <span>{name}</span>
      <Button
        aria-label={`${t('settings.open')} ${name}`}
        onClick={() => perform({ type: 'openPanel', panel })}
      >
        {t('settings.open')}
      </Button>
    </div>
  );
}
