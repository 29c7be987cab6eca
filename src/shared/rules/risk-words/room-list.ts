import { RISK_LAYERS, RISK_PLATFORMS, RISK_TRADES, type RiskLayer } from '../../model/risk-word.ts';
import type { RiskSettings } from '../../model/risk-settings.ts';
import { CONTACT_PATTERNS } from './contact-patterns.ts';
import { foldText } from './fold-text.ts';
import { RiskMatcher } from './matcher.ts';
import type { RiskEntry } from './risk-entry.ts';
import { layerEntries } from './starter.ts';

/** An expression of the operator's own list is for chat that comes in, not for one's own words. */
const EXPRESSION = '/';

/** What decides which phrases a room is told of. */
export type RiskRoom = {
  readonly risk: RiskSettings;
  /** What the room sells. */
  readonly category: string;
  /** Platforms it listens to. */
  readonly platforms: readonly string[];
  /** The operator's own words of risk of the chat. */
  readonly words: readonly string[];
};

/** The layers that hold by sources and category alone. */
export function followedLayers({ category, platforms }: RiskRoom): ReadonlySet<RiskLayer> {
  return new Set<RiskLayer>([
    'general',
    ...RISK_PLATFORMS.filter((layer) => platforms.includes(layer)),
    ...RISK_TRADES.filter((layer) => layer === category),
  ]);
}

/** The layers that hold in a room, those that were switched by hand as they were. */
export function heldLayers(room: RiskRoom): readonly RiskLayer[] {
  const followed = followedLayers(room);
  return RISK_LAYERS.filter((layer) => room.risk.layers[layer] ?? followed.has(layer));
}

/** As phrases are compared: two of the same key are the same phrase. */
export function riskKey(phrase: string): string {
  const { units, length } = foldText(phrase);
  return String.fromCharCode(...units.slice(0, length));
}

/** Every phrase of the room, its own before the shipped ones, none twice. */
export function roomEntries(room: RiskRoom): readonly RiskEntry[] {
  const { own, off } = room.risk;
  const isOff = new Set(off);
  const seen = new Set<string>();
  return [
    ...own.map((entry): RiskEntry => ({ ...entry, law: null, origin: 'own' })),
    ...room.words.filter((word) => !word.startsWith(EXPRESSION)).map(ownWord),
    ...heldLayers(room)
      .flatMap(layerEntries)
      .filter(({ phrase }) => !isOff.has(phrase)),
  ].filter(({ phrase }) => {
    const key = riskKey(phrase);
    const isNew = key !== '' && !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** A matcher of all that a room is told of; its exceptions hold for every phrase that is in them. */
export function roomMatcher(room: RiskRoom): RiskMatcher {
  const harmless = room.risk.except.map((text) => ({ text, key: riskKey(text) }));
  const entries = roomEntries(room).map((entry) => {
    const key = riskKey(entry.phrase);
    const own = harmless.filter((each) => each.key.includes(key)).map(({ text }) => text);
    return own.length === 0 ? entry : { ...entry, except: [...entry.except, ...own] };
  });
  return new RiskMatcher(entries, CONTACT_PATTERNS);
}

/** A matcher of what must not be said of one product (禁用说法). */
export function claimsMatcher(claims: readonly string[]): RiskMatcher {
  return new RiskMatcher(
    claims.map((phrase) => ({ ...ownWord(phrase), origin: 'product' })),
    [],
  );
}

function ownWord(phrase: string): RiskEntry {
  return {
    phrase,
    class: 'own',
    level: 'ban',
    instead: '',
    except: [],
    law: null,
    origin: 'own',
  };
}
