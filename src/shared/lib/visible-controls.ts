// Controls, and the marks that turn the direction of what follows.
const CONTROLS = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/**
 * Text for a terminal or a log: characters that would steer it are written as `\uXXXX`. JSON stays
 * the same JSON.
 */
export function visibleControls(text: string): string {
  return text.replace(
    CONTROLS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
