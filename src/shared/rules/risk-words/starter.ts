import type { RiskLayer } from '../../model/risk-word.ts';
import { CONTACT_PATTERNS } from './contact-patterns.ts';
import { PLATFORM_TABLES } from './layers/platform-tables.ts';
import { TRADE_TABLES } from './layers/trade-tables.ts';
import { RiskMatcher } from './matcher.ts';
import { readRiskTable, type ClassLaws, type RiskEntry } from './risk-entry.ts';
import { STARTER_EN } from './starter-en.ts';
import { STARTER_EN_SAID, STARTER_ZH_SAID } from './starter-more.ts';
import { STARTER_ZH_CLAIMS } from './starter-zh-claims.ts';
import { STARTER_ZH_DISGUISED } from './starter-zh-disguised.ts';
import { STARTER_ZH_TRADE } from './starter-zh-trade.ts';

/** Advertising Law of the PRC and what goes with it, by what is wrong with a phrase. */
const LAWS_ZH: ClassLaws = {
  superlative: 'ad9',
  efficacy: 'ad17',
  promise: 'ad28',
  price: 'pricing',
  finance: 'ad25',
  minor: 'minors',
};
/** Section 5 of the FTC Act forbids what deceives; claims of disease make a drug of a product. */
const LAWS_EN: ClassLaws = {
  superlative: 'ftc',
  efficacy: 'fdca',
  promise: 'ftc',
  price: 'ftc',
  scarcity: 'ftc',
  endorse: 'ftc',
  finance: 'ftc',
};

let general: readonly RiskEntry[] | null = null;
const layered = new Map<RiskLayer, readonly RiskEntry[]>();

/** The product's own list: advertising law and platforms' rules, Chinese and English. */
export function starterEntries(): readonly RiskEntry[] {
  return (general ??= [
    ...[STARTER_ZH_CLAIMS, STARTER_ZH_TRADE, STARTER_ZH_DISGUISED, STARTER_ZH_SAID].flatMap(
      (table) => readRiskTable(table, 'general', LAWS_ZH),
    ),
    ...[STARTER_EN, STARTER_EN_SAID].flatMap((table) => readRiskTable(table, 'general', LAWS_EN)),
  ]);
}

/** What a layer of the list adds to what holds everywhere. */
export function layerEntries(layer: RiskLayer): readonly RiskEntry[] {
  if (layer === 'general') return starterEntries();
  const known = layered.get(layer);
  if (known !== undefined) return known;
  const made = (PLATFORM_TABLES[layer] ?? TRADE_TABLES[layer] ?? []).flatMap(
    ({ table, isChinese }) => readRiskTable(table, layer, isChinese ? LAWS_ZH : LAWS_EN),
  );
  layered.set(layer, made);
  return made;
}

/** A matcher of the product's own list, of these layers beside what holds everywhere. */
export function layeredMatcher(layers: readonly RiskLayer[]): RiskMatcher {
  return new RiskMatcher(
    [...new Set<RiskLayer>(['general', ...layers])].flatMap(layerEntries),
    CONTACT_PATTERNS,
  );
}

/** A matcher of the product's own list and of phrases that the operator added. */
export function riskMatcher(own: readonly string[]): RiskMatcher {
  const added = own.map((phrase): RiskEntry => ({
    phrase,
    class: 'own',
    level: 'ban',
    instead: '',
    except: [],
    law: null,
    origin: 'own',
  }));
  return new RiskMatcher([...starterEntries(), ...added], CONTACT_PATTERNS);
}
