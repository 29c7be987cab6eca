import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { LANGUAGES, isMessageKey, messages } from '#renderer/i18n/messages.ts';
import { commands } from '#shared/contract/contract.ts';
import { ERROR_CODES } from '#shared/contract/app-error.ts';

const SOURCE = fileURLToPath(new URL('../../../src/', import.meta.url));

/** What a refusal carries for programs and logs, as local ids are; a person is not helped by it. */
const NOT_FOR_PEOPLE = new Set([
  'bad_request.event',
  // What was wanted is said by the button that was pressed.
  'chat_act_impossible.act',
  'bad_request.max',
  'bad_request.problem',
  'internal.command',
  'internal.what',
  // Said at the field it is about.
  'login_invalid.what',
  'not_allowed.command',
  'not_allowed.role',
  'pairing_code_wrong.triesLeft',
  'show_wrong_state.action',
  'show_wrong_state.state',
  'source_switched_off.channel',
  'speed_not_changeable.origin',
  'store_full.folder',
  'store_unwritable.folder',
  'address_unavailable.port',
  'address_unavailable.reason',
  'unknown_message.lineSeq',
  'unknown_person.lineSeq',
  'unknown_platform.connector',
  'unknown_product.linkNumber',
]);

type Site = { readonly code: string; readonly params: readonly string[]; readonly file: string };

/** Every `fail('code', { a, b: c })` of the product. The terminal's own sentences are elsewhere. */
function refusals(): Site[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/host-arguments/.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(SOURCE, file), 'utf8');
    return [...text.matchAll(/fail\('(\w+)',\s*\{([^}]*)\}/g)].map(([, code = '', body = '']) => ({
      code,
      file,
      params: topLevelKeys(body),
    }));
  });
}

function topLevelKeys(body: string): string[] {
  const flat = body.replace(/\([^()]*\)/g, '');
  return flat
    .split(',')
    .map((part) => part.replace(/^\s*\.\.\.long$/, 'what'))
    .map((part) => /^\s*(\w+)/.exec(part)?.[1] ?? '')
    .filter((key) => key !== '');
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

const sites = refusals();

describe.each(LANGUAGES)('the sentence of every refusal in %s', (language) => {
  it('has a value for each of its placeholders, wherever it is refused', () => {
    const missing = sites.flatMap(({ code, params, file }) => {
      const key = `error.${code}`;
      const wanted = isMessageKey(key) ? placeholders(messages[language][key]) : ['no sentence'];
      return wanted
        .filter((name) => !params.includes(name))
        .map((name) => `${file}: ${code} lacks ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it('says everything that was given, but for what is not for people', () => {
    const unsaid = sites.flatMap(({ code, params }) => {
      const key = `error.${code}`;
      const said = isMessageKey(key) ? placeholders(messages[language][key]) : [];
      return params
        .filter(
          (name) =>
            !said.includes(name) && !name.endsWith('Id') && !NOT_FOR_PEOPLE.has(`${code}.${name}`),
        )
        .map((name) => `${code}.${name}`);
    });
    expect([...new Set(unsaid)]).toEqual([]);
  });
});

it('is looked for where there are refusals', () => {
  expect(sites.length).toBeGreaterThan(40);
  const known = new Set<string>(ERROR_CODES);
  expect(sites.filter(({ code }) => !known.has(code))).toEqual([]);
  expect(Object.keys(commands).length).toBeGreaterThan(30);
});
