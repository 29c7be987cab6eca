import { KEYED_ACTIONS } from '#renderer/actions/action-table.ts';
import { keyNames } from '#renderer/actions/key-table.ts';
import { findLines } from '#renderer/i18n/find-by-words.ts';
import { isMessageKey, LANGUAGES, type MessageKey } from '#renderer/i18n/messages.ts';
import { translate } from '#renderer/i18n/translate.ts';
import type { SettingsGroup } from '#renderer/store/desk-store.ts';
import { TEAM_GUARDS } from '#shared/model/assistant.ts';
import type { KeyAction } from '#shared/model/key-binding.ts';
import { TileId } from '#shared/model/metric-tile.ts';
import { RISK_CLASSES } from '#shared/model/risk-word.ts';
import { RoomCategory } from '#shared/model/room-category.ts';
import { OVERLAY_LOOKS } from '#shared/model/overlay-look.ts';
import type { Settings } from '#shared/model/settings.ts';
import { WORD_LISTS, type WordList } from '#shared/model/word-lists.ts';
import { PRESET_RULES } from '#shared/rules/alerts/preset-rules.ts';
import { PRESET_TRIGGERS } from '#shared/rules/cue-triggers/preset-triggers.ts';
import { presetsOf } from '#shared/rules/metrics/presets.ts';
import type { KeyTable } from '#shared/rules/key-bindings.ts';

export type SettingRow =
  | { readonly kind: 'value'; readonly setting: Exclude<keyof Settings, 'keys'> }
  | { readonly kind: 'key'; readonly action: KeyAction }
  | { readonly kind: 'panel'; readonly panel: 'screens' | 'sources' | 'store' | 'data' | 'about' }
  | { readonly kind: 'export' }
  | { readonly kind: 'import' };

type ListedRow = {
  readonly row: SettingRow;
  readonly group: SettingsGroup;
  /** What it is found by, in every language. */
  readonly words: readonly MessageKey[];
};

/** What each setting is called. */
export const SETTING_NAMES: Readonly<Record<keyof Settings, MessageKey>> = {
  theme: 'settings.theme',
  textSize: 'settings.textSize',
  language: 'settings.language',
  keys: 'settings.keys',
  hasGlobalKeys: 'settings.hasGlobalKeys',
  globalKeysRoom: 'settings.globalKeysRoom',
  digitWaitMs: 'settings.digitWaitMs',
  currency: 'settings.currency',
  tiles: 'settings.tiles',
  words: 'settings.words',
  risk: 'settings.risk',
  overlayLook: 'screens.look',
  alerts: 'settings.alerts',
  triggers: 'settings.triggers',
  category: 'settings.category',
  presets: 'settings.presets',
  goWaitsFor: 'settings.goWaitsFor',
  prompterPace: 'settings.prompterPace',
  notShownAfterS: 'settings.notShownAfterS',
};

/** What each list of words is called: as the tag or the flag it gives. */
export const WORD_LIST_NAMES: Readonly<Record<WordList, MessageKey>> = {
  question: 'chat.tag.question',
  buying: 'chat.tag.buying',
  complaint: 'chat.tag.complaint',
  size_shipping: 'chat.tag.size_shipping',
  praise: 'chat.tag.praise',
  spam: 'chat.tag.spam',
  risk: 'chat.flag.risk',
};

export const PANEL_NAMES = {
  screens: 'settings.openScreens',
  sources: 'settings.openSources',
  store: 'settings.openStore',
  data: 'settings.openData',
  about: 'about.open',
} as const;

const ROWS: readonly ListedRow[] = [
  value('appearance', 'theme', ['topBar.theme.dark', 'topBar.theme.light', 'topBar.theme.system']),
  value('appearance', 'textSize', ['settings.textSizeText', 'palette.textSize']),
  value('language', 'language', ['settings.language.zh-CN', 'settings.language.en']),
  value('keys', 'hasGlobalKeys', ['settings.globalText']),
  value('keys', 'globalKeysRoom', ['settings.globalKeysRoomText']),
  ...KEYED_ACTIONS.map(({ action, key }): ListedRow => ({
    row: { kind: 'key', action },
    group: 'keys',
    words: [key.label],
  })),
  value('desk', 'digitWaitMs', ['settings.digitWaitText']),
  value('desk', 'notShownAfterS', ['settings.notShownText']),
  value('desk', 'prompterPace', ['settings.prompterPaceText']),
  value('desk', 'currency', []),
  value('desk', 'tiles', [
    'settings.tilesText',
    ...TileId.options.map((id) => `metric.${id}` as const),
  ]),
  value('desk', 'category', [
    'settings.categoryText',
    ...RoomCategory.options.map((each) => `category.${each}` as const),
  ]),
  value('desk', 'presets', [
    'settings.presetsText',
    ...RoomCategory.options.flatMap((each) =>
      presetsOf(each, {}).map(({ tile }) => `metric.${tile}` as const),
    ),
  ]),
  value('words', 'words', [
    'settings.wordsText',
    ...WORD_LISTS.map((list) => WORD_LIST_NAMES[list]),
  ]),
  value('words', 'risk', [
    'settings.riskText',
    ...RISK_CLASSES.map((each) => `risk.class.${each}` as const),
  ]),
  value('alerts', 'alerts', [
    'settings.alertsText',
    'settings.alertSound',
    'settings.alertNotice',
    'settings.alertBudget',
    ...PRESET_RULES.map(({ id }) => `alerts.rule.${id}`).filter(isMessageKey),
  ]),
  value('triggers', 'triggers', [
    'settings.triggersText',
    'settings.triggerQuiet',
    'settings.triggerBudget',
    'settings.triggerPrice',
    ...PRESET_TRIGGERS.map(({ id }) => `triggers.rule.${id}`).filter(isMessageKey),
  ]),
  panel('screens', 'screens'),
  value('screens', 'overlayLook', [
    'screens.lookHow',
    ...OVERLAY_LOOKS.map((look) => `screens.look.${look}` as const),
  ]),
  value('screens', 'goWaitsFor', [
    'settings.goWaitsForText',
    ...TEAM_GUARDS.map((guard) => `settings.waits.${guard}` as const),
  ]),
  { row: { kind: 'export' }, group: 'file', words: ['settings.export', 'settings.exportText'] },
  { row: { kind: 'import' }, group: 'file', words: ['settings.import', 'settings.importText'] },
  panel('more', 'sources'),
  panel('more', 'store'),
  panel('more', 'data'),
  panel('more', 'about'),
];

export type GroupOfRows = {
  readonly group: SettingsGroup;
  readonly rows: readonly SettingRow[];
};

/** The settings that are found by the query, in their groups and always in the same order. */
export function groupedRows(query: string, table: KeyTable): readonly GroupOfRows[] {
  const findable = ROWS.map((listed) => ({
    ...listed,
    texts: [...listed.words, groupName(listed.group)].flatMap((key) =>
      LANGUAGES.map((language) => translate(language, key, {})),
    ),
    aliases: listed.row.kind === 'key' ? [keyNames(table[listed.row.action]).join('')] : [],
  }));
  const found = new Set<SettingRow>(findLines(findable, query).map(({ row }) => row));
  const groups = new Map<SettingsGroup, SettingRow[]>();
  for (const { row, group } of ROWS) {
    if (!found.has(row)) continue;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups].map(([group, rows]) => ({ group, rows }));
}

export function groupName(group: SettingsGroup): MessageKey {
  return `settings.group.${group}`;
}

/** Tells rows apart. */
export function rowId(row: SettingRow): string {
  switch (row.kind) {
    case 'value':
      return row.setting;
    case 'key':
      return `key ${row.action}`;
    case 'panel':
      return `panel ${row.panel}`;
    case 'export':
    case 'import':
      return row.kind;
  }
}

function value(
  group: SettingsGroup,
  setting: Exclude<keyof Settings, 'keys'>,
  words: readonly MessageKey[],
): ListedRow {
  return {
    row: { kind: 'value', setting },
    group,
    words: [SETTING_NAMES[setting], ...words],
  };
}

function panel(
  group: SettingsGroup,
  name: 'screens' | 'sources' | 'store' | 'data' | 'about',
): ListedRow {
  return { row: { kind: 'panel', panel: name }, group, words: [PANEL_NAMES[name]] };
}
