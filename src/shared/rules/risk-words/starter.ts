import { RiskMatcher } from './matcher.ts';
import { readRiskTable, type RiskEntry } from './risk-entry.ts';
import { STARTER_EN } from './starter-en.ts';
import { STARTER_ZH_CLAIMS } from './starter-zh-claims.ts';
import { STARTER_ZH_TRADE } from './starter-zh-trade.ts';

/** The product's own list: advertising law and platforms' rules, Chinese and English. */
export function starterEntries(): readonly RiskEntry[] {
  return [STARTER_ZH_CLAIMS, STARTER_ZH_TRADE, STARTER_EN].flatMap(readRiskTable);
}

/** A matcher of the product's own list and of phrases that the operator added. */
export function riskMatcher(own: readonly string[]): RiskMatcher {
  const added = own.map((phrase): RiskEntry => ({
    phrase,
    class: 'own',
    level: 'ban',
    instead: '',
    except: [],
  }));
  return new RiskMatcher([...starterEntries(), ...added]);
}
