// Stands in for the renderer's messages in pages built for the audit; nothing of it is in the product.
import { messages as real, type Language, type MessageKey } from '#renderer/i18n/messages.ts';

import { isPseudo } from './pseudo-switch.ts';
import { toPseudo } from './to-pseudo.ts';

export { isMessageKey, LANGUAGES } from '#renderer/i18n/messages.ts';
export type { Language, MessageKey } from '#renderer/i18n/messages.ts';

type Table = Readonly<Record<MessageKey, string>>;

function switched(table: Table): Table {
  return new Proxy(table, {
    get: (texts, key, receiver) => {
      const text: unknown = Reflect.get(texts, key, receiver);
      return isPseudo() && typeof text === 'string' ? toPseudo(text) : text;
    },
  });
}

export const messages: Readonly<Record<Language, Table>> = {
  'zh-CN': switched(real['zh-CN']),
  en: switched(real.en),
};
