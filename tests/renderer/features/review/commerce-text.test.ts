import { expect, test } from 'vitest';

import { figureSources } from '#renderer/features/review/commerce/commerce-text.ts';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { PlatformImportId } from '#shared/model/platform-import.ts';
import type { CommercePart, ReviewCommerce } from '#shared/model/review-commerce.ts';

const i18n = createI18n('zh-CN');
const importId = PlatformImportId.parse(1);
const commerce = {
  imports: [{ id: importId, fileName: 'a.csv' }],
} as unknown as ReviewCommerce;

const live = (platform: string, value: number): CommercePart => ({
  platform,
  value,
  isRounded: false,
  importId: null,
  of: null,
});

function sources(parts: readonly CommercePart[], without: readonly string[] = []): string {
  const figure = { figure: 'ordersPaid', value: 1, isRounded: false } as const;
  return figureSources(
    i18n,
    { ...figure, parts: [...parts], without: [...without] },
    commerce,
    'CNY',
  );
}

test('where figures of several platforms come from is said once', () => {
  const parts = [live('bilibili', 5_340), live('douyin', 13_833), live('twitch', 3_124)];
  expect(sources(parts)).toBe('实时计数：B站 5,340、抖音 13,833、Twitch 3,124');
});

test('another place of one of them stands apart, and one alone needs no name', () => {
  const imported = { ...live('douyin', 101), importId, of: 'products' as const };
  expect(sources([live('bilibili', 2), imported, live('twitch', 3)])).toBe(
    '实时计数：B站 2、Twitch 3 · 由“a.csv”逐行相加：抖音 101',
  );
  expect(sources([imported], ['twitch'])).toBe('由“a.csv”逐行相加 · 不含 Twitch');
});
