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
  'own',
] as const;
export const RiskClass = z.enum(RISK_CLASSES);
export type RiskClass = z.infer<typeof RiskClass>;

/** `ban`: never; `warn`: only where it is true and can be proved. */
export const RISK_LEVELS = ['ban', 'warn'] as const;
export const RiskLevel = z.enum(RISK_LEVELS);
export type RiskLevel = z.infer<typeof RiskLevel>;
