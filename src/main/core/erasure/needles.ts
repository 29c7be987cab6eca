import type { PersonToErase } from '#shared/model/erasure.ts';

/** What stands for the person in stored text, Latin letters in lower case as SQLite's lower() has it. */
export function needlesOf(person: PersonToErase): {
  readonly asText: string;
  readonly asJson: string;
  /** As bytes of a raw frame: plain, escaped in JSON, in IRC tags and in addresses. */
  readonly inFrames: readonly string[];
} {
  const words = [
    ...new Set([person.platformUserId, ...person.names].filter((word) => word !== '')),
  ];
  return {
    asText: JSON.stringify(words.map(lowerLatin)),
    asJson: JSON.stringify(words.map((word) => lowerLatin(insideJson(word)))),
    inFrames: [...new Set(words.flatMap(asInFrames).map(lowerLatin))],
  };
}

export function lowerLatin(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function insideJson(word: string): string {
  return JSON.stringify(word).slice(1, -1);
}

function asInFrames(word: string): readonly string[] {
  return [
    word,
    insideJson(word),
    // Encoders that keep to ASCII.
    insideJson(word).replace(/[^\x20-\x7e]/g, (unit) => {
      return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    }),
    word.replaceAll('\\', '\\\\').replaceAll(';', '\\:').replaceAll(' ', '\\s'),
    encodeURIComponent(word.replace(/\p{Cs}/gu, '')),
  ];
}
