import { ExportPlatform } from '../../model/platform-import.ts';

/** What files and pages of a platform are called by. */
const WORDS: readonly (readonly [RegExp, ExportPlatform])[] = [
  [/抖音|抖店|巨量|douyin|compass|罗盘/i, 'douyin'],
  [/快手|kuaishou|kwai/i, 'kuaishou'],
  [/视频号|微信|wechat|channels/i, 'wechat'],
  [/淘宝|天猫|生意参谋|taobao|tmall/i, 'taobao'],
  [/小红书|xiaohongshu|\bred\b/i, 'xiaohongshu'],
  [/tiktok|tik_tok/i, 'tiktok'],
  [/shopee|虾皮/i, 'shopee'],
];

/**
 * Whose export a table is, by its file's name and what stands in its first rows; else the platform that
 * the show was received from, where it is one alone.
 */
export function guessPlatform(
  fileName: string,
  head: readonly string[],
  platforms: readonly string[],
): ExportPlatform {
  for (const text of [fileName, ...head]) {
    const found = WORDS.find(([word]) => word.test(text));
    if (found !== undefined) return found[1];
  }
  const own = platforms.flatMap((each) => {
    const parsed = ExportPlatform.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
  const [only, more] = own;
  return only !== undefined && more === undefined ? only : 'other';
}
