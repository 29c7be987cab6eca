import { z } from 'zod';

/** What is wrong with a phrase; each has its sentence in both languages (`risk.class.<class>`). */
export const RISK_CLASSES = [
  'superlative',
  'efficacy',
  'promise',
  'price',
  'scarcity',
  'contact',
  'endorse',
  'finance',
  'vulgar',
  'minor',
  'platform',
  'bait',
  'own',
] as const;
export const RiskClass = z.enum(RISK_CLASSES);
export type RiskClass = z.infer<typeof RiskClass>;

/** `ban`: never; `warn`: only where it is true and can be proved. */
export const RISK_LEVELS = ['ban', 'warn'] as const;
export const RiskLevel = z.enum(RISK_LEVELS);
export type RiskLevel = z.infer<typeof RiskLevel>;

/** The rule that forbids a phrase, where it is law; each has its name in both languages (`risk.law.<law>`). */
export const RISK_LAWS = [
  'ad9',
  'ad9state',
  'ad9belief',
  'ad16',
  'ad17',
  'ad18',
  'ad20',
  'ad23',
  'ad24',
  'ad25',
  'ad28',
  'ad40',
  'cosmetics43',
  'food73',
  'pricing',
  'minors',
  'lottery',
  'ftc',
  'fdca',
  'epa',
] as const;
export type RiskLaw = (typeof RISK_LAWS)[number];

/** Platforms with rules of their own, by their names in events. */
export const RISK_PLATFORMS = [
  'douyin',
  'kuaishou',
  'taobao',
  'xiaohongshu',
  'wechat',
  'bilibili',
  'tiktok',
  'shopee',
  'youtube',
  'twitch',
] as const;
/** Trades (类目) with rules of their own. */
export const RISK_TRADES = [
  'apparel',
  'food',
  'beauty',
  'health',
  'home',
  'digital',
  'jewellery',
  'baby',
  'education',
  'finance',
  'alcohol',
] as const;
export const RISK_LAYERS = ['general', ...RISK_PLATFORMS, ...RISK_TRADES] as const;
/** A part of the product's list: what holds everywhere, on one platform, in one trade. */
export const RiskLayer = z.enum(RISK_LAYERS);
export type RiskLayer = z.infer<typeof RiskLayer>;
