import type { CardLanguage } from '../../model/cue.ts';
import type { CueLanguage } from './cue-values.ts';

const HAN = /[\u3400-\u9fff]/u;

/** What a text is spoken in: what its card says, else whether Chinese characters stand in it. */
export function languageOfText(text: string, language: CardLanguage): CueLanguage {
  if (language !== 'any') return language;
  return HAN.test(text) ? 'zh' : 'en';
}
