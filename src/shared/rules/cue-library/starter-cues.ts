import { CueKind, CueTone, type CardLanguage } from '../../model/cue.ts';
import { STARTER_CUES_EN } from './starter-en.ts';
import { STARTER_CUES_ZH } from './starter-zh.ts';

export type StarterCue = {
  readonly kind: CueKind;
  readonly tone: CueTone;
  readonly text: string;
  readonly language: CardLanguage;
};

/** The product's own library in a language; taken into a room as it is, and changed there. */
export function starterCues(language: 'zh' | 'en'): readonly StarterCue[] {
  const table = language === 'zh' ? STARTER_CUES_ZH : STARTER_CUES_EN;
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [kind, tone, text = ''] = line.split('|');
      return { kind: CueKind.parse(kind), tone: CueTone.parse(tone), text, language };
    });
}
