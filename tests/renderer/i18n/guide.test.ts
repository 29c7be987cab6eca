// The user guide speaks of the app as it is: every word of the screen it quotes is one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { LANGUAGES, messages, type Language } from '#renderer/i18n/messages.ts';
import { KEY_DEFAULTS } from '#shared/model/key-binding.ts';

const GUIDE = join(import.meta.dirname, '../../../docs/guide');
/** How the guide marks a word of the screen. */
const QUOTED: Readonly<Record<Language, RegExp>> = {
  'zh-CN': /「([^」]+)」/g,
  en: /\*\*([^*]+)\*\*/g,
};

const pagesOf = (language: Language): readonly string[] =>
  readdirSync(join(GUIDE, language)).filter((name) => name.endsWith('.md'));
const textOf = (language: Language, page: string): string =>
  readFileSync(join(GUIDE, language, page), 'utf8');

/** What a screen can say in this language; what it fills in stands for anything. */
function sayings(language: Language): { has(words: string): boolean } {
  const all = Object.values(messages[language]);
  const plain = new Set(all);
  const filled = all.filter((text) => text.includes('{'));
  return {
    has: (words) =>
      plain.has(words) ||
      filled.some((text) => {
        const parts = text
          .split(/\{[^}]+\}/)
          .map((part) => part.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
        return parts.join('').length > 4 && new RegExp(`^${parts.join('.+')}$`).test(words);
      }),
  };
}

describe.each(LANGUAGES)('the guide in %s', (language) => {
  const screens = sayings(language);

  test.each(pagesOf(language))('%s quotes only what the screens say', (page) => {
    const quoted = [...textOf(language, page).matchAll(QUOTED[language])].map(
      ([, words = '']) => words,
    );
    // In English a saying ends where its sentence does; the list of pages shows how words are marked.
    const unknown = quoted.filter((words) => !screens.has(words) && !['…', 'bold'].includes(words));
    expect(unknown).toEqual([]);
  });

  test.each(pagesOf(language))('%s links to what is there', (page) => {
    const links = [...textOf(language, page).matchAll(/\]\(([^)#]+)\)/g)].map(([, to = '']) => to);
    expect(links.length).toBeGreaterThan(0);
    const missing = links.filter((to) => !existsSync(resolve(GUIDE, language, to)));
    expect(missing).toEqual([]);
  });

  test('names every key of the desk', () => {
    const page = textOf(language, '13-keys.md');
    const names = Object.values(KEY_DEFAULTS).map((chord) =>
      chord
        .replace('Mod+', 'Ctrl+')
        .replace('Escape', 'Esc')
        .replace(
          /(^|\+)([a-z])$/,
          (_all, before: string, letter: string) => before + letter.toUpperCase(),
        ),
    );
    const missing = names.filter((name) => !page.includes(codeOf(name)));
    expect(missing).toEqual([]);
  });
});

test('both languages have the same pages', () => {
  expect(pagesOf('en')).toEqual(pagesOf('zh-CN'));
});

/** As Markdown writes it in a line: a backtick stands between two of them. */
function codeOf(name: string): string {
  return name === '`' ? '`` ` ``' : `\`${name}\``;
}
