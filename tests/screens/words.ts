import { messages, type Language, type MessageKey } from '#renderer/i18n/messages.ts';

/** A sentence of the screens as a pattern: what is filled in may be anything. */
export function wordsOf(language: Language, key: MessageKey): RegExp {
  return new RegExp(pattern(messages[language][key]));
}

/** The whole name of a control, with the key names that may stand behind it. */
export function nameOf(language: Language, key: MessageKey): RegExp {
  return new RegExp(`^${pattern(messages[language][key])}( .{1,12})?$`);
}

function pattern(template: string): string {
  return template
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
}
