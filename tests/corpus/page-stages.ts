import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { pageHeaders } from '#core/screens/page-headers.rules.ts';
import { problemPage } from '#electron/problem-page.ts';
import { fail } from '#shared/contract/app-error.ts';
import { unguardCell } from '#shared/rules/spreadsheet-cell.ts';
import { readCells, wouldRun } from '#tests/support/spreadsheet-reader.ts';
import { startTwitchChatServer } from '#tests/support/twitch-chat-server.ts';

import { carried } from './canary.ts';
import { payloadEvents } from './payload-events.ts';
import { fitted, type Stage } from './payload-stages.ts';

const CHANNEL = 'cuedesk';
const PROBLEM = '/problem-page';
const LISTED_SHOWS = 100;

/** What an operator may type or look for: fields that repeat it, and sheets that hold it. */
export async function typedStage({ sets, payloads, findings }: Stage): Promise<void> {
  await Promise.all(
    sets.map(async ({ desk, canary }) => {
      for (const { id, text } of payloads) {
        // A field of one line takes no breaks.
        const typed = fitted(text, 200).replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
        await desk.getByLabel('筛选商品').fill(typed);
        await desk.getByLabel('搜索聊天').fill(typed);
        await desk.locator('body').press('Control+k');
        const query = desk.getByRole('textbox', { name: '命令' });
        await query.fill(`zzz ${typed}`);
        const shown = carried(`zzz ${typed}`.trim());
        await findings.within(
          canary.until(() => canary.saw(shown)),
          () => `palette: ${id} not shown as text`,
        );
        await query.press('Escape');
        findings.pushed(3);
      }
      await desk.getByLabel('筛选商品').fill('');
      await desk.getByLabel('搜索聊天').fill('');
    }),
  );
}

/** The sheets of a product and of a card, for what is on the shelf and in the deck now. */
export async function sheetStage({ sets, findings }: Stage): Promise<void> {
  for (const { desk } of sets) {
    await desk.bringToFront();
    const edits = desk.locator('[data-product-id] button', { hasText: '编辑' });
    for (let index = 0; index < (await edits.count()); index += 1) {
      // Shown while the pointer is on the row.
      await edits.nth(index).dispatchEvent('click');
      const sheet = desk.getByRole('dialog', { name: '编辑商品' });
      const values = await sheet.locator('input, textarea').evaluateAll(inputValues);
      findings.check(values.filter((value) => value.length > 1).length >= 7, 'an empty sheet');
      await sheet.getByRole('button', { name: '取消' }).click();
    }
    await desk.getByRole('tab', { name: '话术库' }).click();
    await desk.locator('button', { hasText: /^改$/ }).first().dispatchEvent('click');
    const card = desk.getByRole('dialog', { name: '编辑话术' });
    findings.check((await card.locator('textarea, input').count()) > 0, 'no card sheet');
    await card.getByRole('button', { name: '取消' }).click();
    await desk
      .getByRole('button', { name: /副屏|主播屏|画面卡片/ })
      .first()
      .click();
    const screens = desk.getByRole('dialog', { name: '副屏' });
    await screens.getByRole('listitem').first().waitFor();
    await screens.getByRole('button', { name: '关闭' }).first().click();
  }
}

/** Raw lines of the platform's own chat, through its decoder. */
export async function twitchStage({ host, sets, payloads, findings }: Stage): Promise<void> {
  const server = await startTwitchChatServer({ channels: [CHANNEL] });
  try {
    const joined = server.nextJoin();
    await host.program.must('source.add', {
      connector: 'twitch-irc',
      channel: CHANNEL,
      address: server.url,
    });
    await joined;
    for (const { id, text } of payloads) {
      const lineText = fitted(text.replaceAll(/[\r\n\0]/g, ' '), 400);
      for (const line of rawLines(lineText, id)) server.broadcast(line);
      findings.pushed(6);
    }
    server.broadcast(privateMessage('the last line', 'last', {}));
    for (const { desk } of sets) await findings.shows(desk, 'the last line', 'twitch');
  } finally {
    await server.close();
  }
}

function rawLines(text: string, id: string): readonly string[] {
  const tag = text.replaceAll('\\', '\\\\').replaceAll(';', '\\:').replaceAll(' ', '\\s');
  const hostile = { 'display-name': tag, color: tag, badges: `${tag}/1`, emotes: `${tag}:0-4` };
  const reply = {
    'reply-parent-display-name': tag,
    'reply-parent-msg-body': tag,
    'reply-parent-msg-id': tag,
  };
  const notice = (kind: string) =>
    `${tagsOf({ ...hostile, 'msg-id': kind, 'system-msg': tag, login: tag, 'msg-param-displayName': tag, id: `${id}-${kind}` })} :tmi.twitch.tv USERNOTICE #${CHANNEL} :${text}`;
  return [
    privateMessage(text, `${id}-a`, { ...hostile, ...reply }),
    privateMessage(text, `${id}-b`, { emotes: `${tag}:0-0/25:0-1`, bits: tag }),
    notice('resub'),
    notice('raid'),
    notice('announcement'),
    `${tagsOf({ 'target-user-id': tag, 'ban-duration': tag })} :tmi.twitch.tv CLEARCHAT #${CHANNEL} :${text}`,
  ];
}

function privateMessage(text: string, id: string, tags: Readonly<Record<string, string>>): string {
  return `${tagsOf({ id, 'user-id': '1', 'display-name': 'x', ...tags })} :x!x@x.tmi.twitch.tv PRIVMSG #${CHANNEL} :${text}`;
}

function tagsOf(tags: Readonly<Record<string, string>>): string {
  return `@${Object.entries(tags)
    .map(([name, value]) => `${name}=${value}`)
    .join(';')}`;
}

/** The review with its tables, and what their buttons put on the clipboard. */
export async function reviewStage({ host, sets, payloads, findings }: Stage): Promise<void> {
  const { showId } = await host.program.must('show.end', {});
  await host.program.must('review.get', { showId });
  for (const { desk } of sets) {
    await desk.bringToFront();
    await desk.getByRole('button', { name: '看复盘' }).click();
    await desk.getByRole('heading', { name: /复盘/ }).waitFor();
    await desk.getByRole('table').nth(2).waitFor();
    const page = carried(await desk.locator('body').evaluate((body) => body.textContent));
    for (const { id, text } of payloads) {
      findings.check(page.includes(carried(fitted(text, 120))), `review: ${id} not as text`);
    }
    const buttons = desk.locator('button', { hasText: /^复制表格$/ });
    findings.check((await buttons.count()) >= 3, 'review: tables that cannot be copied');
    for (let index = 0; index < (await buttons.count()); index += 1) {
      await buttons.nth(index).click();
      await desk.getByText('已复制').nth(index).waitFor();
      const copied = await desk.evaluate(() => navigator.clipboard.readText());
      for (const separators of ['\t', '\t,;']) {
        const ran = readCells(copied, separators).flat().filter(wouldRun);
        findings.check(ran.length === 0, `a copied table runs ${ran.slice(0, 3).join(' | ')}`);
      }
      const cells = new Set(readCells(copied, '\t').flat().map(unguardCell));
      findings.check(cells.size > 3, 'a copied table is empty');
    }
  }
}

/** Shows of hostile titles that are over, as many at a time as the start page lists. */
export async function pastShowsStage(stage: Stage): Promise<void> {
  for (let from = 0; from < stage.payloads.length; from += LISTED_SHOWS) {
    const payloads = stage.payloads.slice(from, from + LISTED_SHOWS);
    await endShowsCalled({ ...stage, payloads });
  }
}

async function endShowsCalled({ host, sets, payloads, findings }: Stage): Promise<void> {
  const { program } = host;
  for (const { text } of payloads) {
    await program.must('show.create', {
      title: fitted(text, 120),
      origin: 'rehearsal',
      currency: 'CNY',
    });
    await Promise.all([program.must('show.start', {}), program.must('show.end', {})]);
    findings.pushed(1);
  }
  await program.must('show.leave', {});
  for (const { desk, canary } of sets) {
    canary.forget();
    await desk.reload();
    for (const { id, text } of payloads) {
      await findings.shows(desk, carried(fitted(text, 120)), `past show ${id}`);
    }
  }
}

/** A recording with hostile events, played into the desk. */
export async function replayStage({ host, sets, payloads, findings }: Stage): Promise<void> {
  const file = join(host.running.dataFolder, 'hostile.jsonl');
  const events = payloads.flatMap(({ id, text }, index) =>
    payloadEvents(text, id, 1_000 + index * 100).map(({ event }) => event),
  );
  writeFileSync(file, `${events.map((event) => JSON.stringify(event)).join('\n')}\n`);
  await host.program.must('replay.start', { from: { file }, speed: 20 });
  findings.pushed(events.length);
  const last = payloads.at(-1);
  if (last === undefined) return;
  for (const { desk } of sets) await findings.shows(desk, carried(last.text), 'replay');
  await host.program.must('show.leave', {});
}

/** The page that stands in for a desk whose core does not start. */
export async function problemStage({ host, sets, payloads, findings }: Stage): Promise<void> {
  await Promise.all(
    sets.map(async ({ context }) => {
      const page = await context.newPage();
      let html = '';
      const headers = { ...pageHeaders([]), 'content-type': 'text/html; charset=utf-8' };
      await page.route(`**${PROBLEM}`, (route) => route.fulfill({ body: html, headers }));
      const elements = async (text: string, kind: number): Promise<number> => {
        html = problemPage(problemsOf(text)[kind] ?? problemsOf(text)[0], placeOf(text));
        await page.goto(`${host.origin}${PROBLEM}`);
        return page.locator('*').count();
      };
      const usual = await elements('harmless', 0);
      for (const { id, text } of payloads) {
        for (const kind of [0, 1]) {
          const isUsual = (await elements(text, kind)) === usual;
          findings.check(isUsual, `problem page: ${id} made an element`);
          findings.pushed(1);
        }
      }
      await page.close();
    }),
  );
}

function placeOf(dataFolder: string) {
  const look = { language: 'zh', theme: 'dark' } as const;
  return { dataFolder, version: '0.1.0', ...look, isCopied: false };
}

function problemsOf(text: string) {
  const { error } = fail('store_unwritable', { folder: text, reason: text });
  return [
    { kind: 'refused', error, message: text },
    { kind: 'refused', error: null, message: text },
  ] as const;
}

function inputValues(fields: (SVGElement | HTMLElement)[]): string[] {
  return fields.map((field) =>
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
  );
}

/** Links with a hostile code and query, opened by somebody who is not paired. */
export async function linkStage({ host, sets, payloads, findings }: Stage): Promise<void> {
  await Promise.all(
    sets.map(async ({ context }) => {
      const page = await context.newPage();
      for (const { id, text } of payloads) {
        const part = encodeURIComponent(carried(fitted(text, 60)));
        const code = fitted(text, 60).replaceAll(/\s/g, '');
        await page.goto('about:blank');
        await page.goto(`${host.origin}/anchor/?code=${part}#code=${code}`);
        const first = page.locator('#root > *').first();
        await findings.within(
          first.waitFor({ state: 'attached' }),
          () => `link ${id}: an empty page`,
        );
        findings.pushed(2);
      }
      await page.close();
    }),
  );
}
