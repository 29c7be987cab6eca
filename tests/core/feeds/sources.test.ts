import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { SourceId } from '#shared/model/ids.ts';

import { chat, person } from '#tests/support/make-event.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';

let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
});
afterEach(async () => {
  await rig.close();
});

const twitch = { connector: 'twitch-irc', address: 'ws://127.0.0.1:9' } as const;

describe('a source', () => {
  it('is kept by its tidied channel, once, and starts to listen when a show is there', async () => {
    await desk.must('source.add', { ...twitch, channel: 'https://www.twitch.tv/Foo_Bar' });
    await rig.advance(10);
    expect(desk.slice('sources').sources).toMatchObject([{ channel: 'foo_bar', link: 'off' }]);
    expect(await desk.run('source.add', { ...twitch, channel: '#foo_bar' })).toMatchObject({
      ok: false,
      error: { code: 'source_exists' },
    });
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    await rig.advance(10);
    expect(desk.slice('sources').sources[0]?.link).not.toBe('off');
  });

  it('that cannot be is refused in words, and nothing is kept', async () => {
    const bad = await desk.run('source.add', { ...twitch, channel: 'not a channel!' });
    expect(bad).toMatchObject({ ok: false, error: { code: 'channel_invalid' } });
    const address = await desk.run('source.add', {
      connector: 'twitch-irc',
      channel: 'foo',
      address: 'file:///etc/passwd',
    });
    expect(address).toMatchObject({ ok: false, error: { code: 'address_invalid' } });
    const platform = await desk.run('source.add', {
      connector: 'nowhere',
      channel: 'foo',
      address: null,
    });
    expect(platform).toMatchObject({ ok: false, error: { code: 'unknown_platform' } });
    expect(desk.slice('sources').sources).toEqual([]);
  });

  it('that is lost for a while is one mark, however often it is tried again', async () => {
    await desk.must('source.add', { ...twitch, channel: 'foo' });
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    // Nothing listens there: attempt follows attempt.
    const attempts = () => rig.ports.lines.filter(({ event }) => event === 'feed.link_lost');
    while (attempts().length < 3) await rig.advance(1_000);
    await rig.advance(1_000);
    const links = desk.events().filter((event) => event.kind === 'connector');
    expect(links.map((event) => event.kind === 'connector' && event.state)).toEqual(['degraded']);
  });

  it('can be switched off, on and away', async () => {
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    const { sourceId } = await desk.must('source.add', { ...twitch, channel: 'foo' });
    await rig.advance(10);
    await desk.must('source.setEnabled', { sourceId, isEnabled: false });
    await rig.advance(10);
    expect(desk.slice('sources').sources[0]).toMatchObject({ isEnabled: false, link: 'off' });
    await desk.must('source.remove', { sourceId });
    await rig.advance(10);
    expect(desk.slice('sources').sources).toEqual([]);
    const gone = await desk.run('source.setEnabled', {
      sourceId: SourceId.parse(99),
      isEnabled: true,
    });
    expect(gone).toMatchObject({ ok: false, error: { code: 'unknown_source' } });
  });
});

describe('another program', () => {
  const event = (key: string) => {
    const at = { key, ts: rig.ports.clock.wallNow(), platform: 'till' };
    return chat(at, person('7', 'Ann'), key);
  };

  it('whose source is off is told so, sends again once it is on, and nothing is lost', async () => {
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    const sender = rig.screen('cli');
    await sender.must('ingest.append', { sender: 'cash-till', events: [event('one')] });
    await rig.advance(100);
    const source = desk.slice('sources').sources[0];
    if (source === undefined) throw new Error('the sender has no source');
    const set = (isEnabled: boolean) =>
      desk.must('source.setEnabled', { sourceId: source.id, isEnabled });
    await set(false);
    const batch = { sender: 'cash-till', events: [event('two')] };
    expect(await sender.run('ingest.append', batch)).toMatchObject({
      ok: false,
      error: { code: 'source_switched_off' },
    });
    await set(true);
    expect(await sender.must('ingest.append', batch)).toMatchObject({ stored: 1, duplicates: 0 });
  });
});

describe('the clock of this computer', () => {
  it('is compared with the platform’s by enough messages, and told with its source', async () => {
    await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
    const sender = rig.screen('cli');
    const told: (number | null)[] = [];
    for (let serial = 1; serial <= 25; serial += 1) {
      await rig.advance(1_000);
      const at = { key: `m${serial}`, ts: rig.ports.clock.wallNow() - 240_000, platform: 'till' };
      const sent = { ...chat(at, person('7', 'Ann'), 'hello'), receivedTs: at.ts + 240_000 };
      await sender.must('ingest.append', { sender: 'cash-till', events: [sent] });
      told.push(desk.slice('sources').sources[0]?.clockAheadMs ?? null);
    }
    expect(told.slice(0, 19).every((ahead) => ahead === null)).toBe(true);
    await rig.advance(1_000);
    expect(desk.slice('sources').sources[0]?.clockAheadMs).toBe(240_000);
    // The operator sets it right: what was measured before is forgotten.
    rig.ports.clock.setWall(rig.ports.clock.wallNow() - 240_000);
    await rig.advance(1_000);
    expect(desk.slice('sources').sources[0]?.clockAheadMs).toBeNull();
  });
});

describe('a platform of the demo', () => {
  it('that talks is never taken for silent: the desk hears when its data last came', async () => {
    await desk.must('demo.start', { seed: 3, language: 'zh-CN', speed: 1, eventsPerSecond: null });
    const startTs = rig.ports.clock.wallNow();
    for (let step = 0; step < 70; step += 1) await rig.advance(1_000);
    const platforms = desk
      .slice('sources')
      .sources.filter(({ platform }) => platform !== 'simulator');
    expect(platforms).toHaveLength(3);
    for (const { lastDataTs } of platforms) expect(lastDataTs).toBeGreaterThan(startTs + 30_000);
  });

  it('that is switched off leaves every figure, and says so', async () => {
    await desk.must('demo.start', { seed: 3, language: 'zh-CN', speed: 20, eventsPerSecond: null });
    // Ten minutes of show: the room has filled.
    for (let step = 0; step < 30; step += 1) await rig.advance(1_000);
    const all = desk.slice('metrics')?.viewers;
    const source = desk.slice('sources').sources.find(({ platform }) => platform === 'bilibili');
    if (source === undefined || all?.known !== true) throw new Error('the demo did not start');
    await desk.must('source.setEnabled', { sourceId: source.id, isEnabled: false });
    await rig.advance(2_000);
    const without = desk.slice('metrics')?.viewers;
    expect(without?.known === true && without.value).toBeLessThan(all.value);
    await desk.must('source.setEnabled', { sourceId: source.id, isEnabled: true });
    await rig.advance(2_000);
    const again = desk.slice('metrics')?.viewers;
    expect(again).toMatchObject({ known: true, without: [] });
  });

  it('that drops in the script is a gap with its name and what was lost', async () => {
    // An hour and a half of chat is not what is looked at here.
    await desk.must('demo.start', { seed: 3, language: 'zh-CN', speed: 20, eventsPerSecond: 50 });
    desk.close();
    for (let step = 0; step < 66; step += 1) await rig.advance(5_000);
    const db = new Database(rig.storePath, { readonly: true });
    const gaps = db.prepare('SELECT body FROM events WHERE kind = 41').pluck().all();
    db.close();
    expect(gaps.map((body) => JSON.parse(String(body)))).toEqual([
      expect.objectContaining({ cause: 'source_lost', sourceLabel: 'bilibili' }),
    ]);
    expect(Object(JSON.parse(String(gaps[0]))).lost).toBeGreaterThan(0);
  }, 60_000);
});
