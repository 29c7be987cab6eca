import { z } from 'zod';

import { RiskClass, RiskLayer, RiskLevel } from './risk-word.ts';

/** Characters of a phrase, and of what to say instead. */
export const RISK_PHRASE_MAX = 60;
export const OWN_RISKS_MAX = 1_000;
export const OWN_EXCEPTIONS_MAX = 500;
/** Harmless phrases of one entry. */
export const ENTRY_EXCEPTIONS_MAX = 20;

const Phrase = z.string().min(1).max(RISK_PHRASE_MAX);

/** A phrase that the operator wrote down, or took from a table. */
export const OwnRisk = z.strictObject({
  phrase: Phrase,
  class: RiskClass,
  level: RiskLevel,
  /** Empty where there is nothing to say instead. */
  instead: z.string().max(RISK_PHRASE_MAX),
  except: z.array(Phrase).max(ENTRY_EXCEPTIONS_MAX),
});
export type OwnRisk = z.infer<typeof OwnRisk>;

/** Which phrases of risk are told of, beside what the product ships. */
export const RiskSettings = z.strictObject({
  /** Parts that were switched on or off by hand; what is not named follows sources and category. */
  layers: z.partialRecord(RiskLayer, z.boolean()),
  own: z.array(OwnRisk).max(OWN_RISKS_MAX),
  /** Phrases that are harmless, whatever entry is in them. */
  except: z.array(Phrase).max(OWN_EXCEPTIONS_MAX),
  /** Shipped phrases that are not told of. */
  off: z.array(Phrase).max(OWN_RISKS_MAX * 2),
});
export type RiskSettings = z.infer<typeof RiskSettings>;

export const NO_RISK_SETTINGS: RiskSettings = { layers: {}, own: [], except: [], off: [] };
