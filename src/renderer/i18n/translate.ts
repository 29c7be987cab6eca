import { isMessageKey, messages, type Language, type MessageKey } from './messages.ts';

export type MessageParams = Readonly<Record<string, string | number>>;

/** Keys that exist as `<key>.one` and `<key>.other`. */
export type PluralKey = MessageKey extends infer K
  ? K extends `${infer Base}.other`
    ? Base
    : never
  : never;

/** Fills `{name}` placeholders; one without a value stays visible, so that the fault is seen. */
export function fill(template: string, params: MessageParams): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}

export function translate(language: Language, key: MessageKey, params: MessageParams): string {
  return fill(messages[language][key], params);
}

const pluralRules = new Map<Language, Intl.PluralRules>();

/** Picks the plural form by the language's own rules and fills `{count}` with the formatted number. */
export function translateCount(
  language: Language,
  key: PluralKey,
  count: number,
  params: MessageParams,
): string {
  let rules = pluralRules.get(language);
  if (rules === undefined) {
    rules = new Intl.PluralRules(language);
    pluralRules.set(language, rules);
  }
  const form = `${key}.${rules.select(count)}`;
  const text = isMessageKey(form) ? messages[language][form] : otherForm(language, key);
  const formatted = new Intl.NumberFormat(language).format(count);
  return fill(text, { count: formatted, ...params });
}

function otherForm(language: Language, key: PluralKey): string {
  const other = `${key}.other`;
  return isMessageKey(other) ? messages[language][other] : key;
}
