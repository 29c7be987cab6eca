import { afterEach, beforeEach, expect, test } from 'vitest';

import type { OutletId, PushId } from '#shared/model/ids.ts';
import type { TargetAnswer } from '#shared/model/product.ts';
import { settled, startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { startObsServer, type ObsServer } from '#tests/support/obs-server.ts';
import { putProduct } from '#tests/support/shopee-desk.ts';

let rig: CoreRig;
let desk: RigScreen;
let obs: ObsServer;
let id: OutletId;

const CARD = { sceneName: 'Stage', sceneItemId: 1 };
const hide = { ...CARD, sceneItemEnabled: false };
const show = { ...CARD, sceneItemEnabled: true };

beforeEach(async () => {
  obs = await startObsServer('open sesame', 0);
  rig = await startRig(null);
  desk = rig.screen('desk');
  await desk.must('show.create', { title: 'A', origin: 'rehearsal', currency: 'CNY' });
  for (const code of ['A-1', 'A-2']) await putProduct(desk, code, 40);
  await desk.must('show.start', {});
  await rig.advance(10);
  const config = {
    kind: 'obs',
    address: obs.address,
    showScene: 'Stage',
    showSource: 'Card',
    switchScene: 'Close-up',
    textSource: 'Price',
    textTemplate: '{name} {price} {stock}',
    microphone: '',
    voiceAboveDb: -40,
  } as const;
  const { outletId } = await desk.must('outlet.put', { outletId: null, name: 'OBS', config });
  await desk.must('outlet.setSecret', { outletId, secret: 'open sesame' });
  id = outletId;
  await until(() => desk.slice('outlets').outlets[0]?.link.state === 'ready');
});
afterEach(async () => {
  await rig.close();
  await obs.close();
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await settled();
    await rig.advance(1);
  }
}

async function push(linkNumber: number): Promise<PushId> {
  const { productId } = await desk.must('shelf.arm', { linkNumber });
  const { pushId } = await desk.must('shelf.go', { productId });
  await rig.advance(1);
  return pushId;
}

function answer(which: 'lastPush' | 'current'): TargetAnswer | undefined {
  return desk.slice('shelf')[which]?.targets.find(({ outletId }) => outletId === id);
}

const there = () => answer('current')?.there ?? null;
const arrived = () => until(() => answer('current')?.state === 'ok');
const facts = () =>
  desk.events().flatMap((event) => (event.kind === 'push.there' ? [event.there] : []));

/** OBS was asked what it shows, and everything it answered is in. */
async function compared(): Promise<void> {
  const from = obs.asked.filter((type) => type === 'GetInputSettings').length;
  await until(() => obs.asked.filter((type) => type === 'GetInputSettings').length > from);
  for (let turn = 0; turn < 20; turn += 1) {
    await settled();
    await rig.advance(1);
  }
}

test('a source that is hidden, a scene that is left and a text that is typed over are told', async () => {
  await push(1);
  await arrived();
  obs.byHand('SetSceneItemEnabled', hide);
  await until(() => there()?.what === 'hidden');
  expect(there()).toEqual({ what: 'hidden', name: 'Card', sinceTs: expect.any(Number) });
  obs.byHand('SetSceneItemEnabled', show);
  await until(() => there() === null);
  obs.byHand('SetCurrentProgramScene', { sceneName: 'Stage' });
  await until(() => there()?.what === 'scene');
  obs.byHand('SetCurrentProgramScene', { sceneName: 'Close-up' });
  await until(() => there() === null);
  obs.byHand('SetInputSettings', { inputName: 'Price', inputSettings: { text: 'sale!' } });
  await until(() => there()?.what === 'text');
  expect(facts()).toEqual([
    { what: 'hidden', name: 'Card' },
    null,
    { what: 'scene', name: 'Stage' },
    null,
    { what: 'text', name: 'sale!' },
  ]);
});

test('a later push, an update, an undo and a take-down are our own', async () => {
  await push(1);
  await arrived();
  const second = await push(2);
  await arrived();
  await desk.must('shelf.undo', { pushId: second });
  await until(() => answer('lastPush')?.reverse?.state === 'ok');
  expect(obs.state.texts.get('Price')).toBe('Coat A-1 ¥259 40');
  await rig.advance(600);
  await putProduct(desk, 'A-1', 7);
  await until(() => {
    rig.ports.clock.advance(500);
    return obs.state.texts.get('Price') === 'Coat A-1 ¥259 7';
  });
  await compared();
  await desk.must('shelf.takeDown', {});
  await until(
    () => answer('lastPush') !== undefined && obs.state.items.get('Stage/Card') === false,
  );
  expect(facts()).toEqual([]);
});

test('a change in the middle of a push of ours is told when that is over', async () => {
  const asked = obs.asked.length;
  await push(1);
  await until(() => obs.asked.length > asked + 8);
  obs.byHand('SetInputSettings', { inputName: 'Price', inputSettings: { text: 'mine' } });
  await until(() => there() !== null);
  expect(there()).toMatchObject({ what: 'text', name: 'mine' });
});

test('what was changed while OBS was not reached is seen once it is', async () => {
  await push(1);
  await arrived();
  obs.drop();
  obs.state.items.set('Stage/Card', false);
  await until(() => {
    rig.ports.clock.advance(100);
    return there() !== null;
  });
  expect(facts()).toEqual([{ what: 'hidden', name: 'Card' }]);
});

test('nothing is asked of OBS for what is off', async () => {
  await push(1);
  await arrived();
  await desk.must('shelf.takeDown', {});
  await until(() => obs.state.texts.get('Price') === '');
  await rig.advance(1);
  const asked = obs.asked.length;
  obs.byHand('SetSceneItemEnabled', show);
  obs.byHand('SetInputSettings', { inputName: 'Price', inputSettings: { text: 'mine' } });
  for (let turn = 0; turn < 20; turn += 1) {
    await settled();
    await rig.advance(1);
  }
  expect([obs.asked.length, facts()]).toEqual([asked, []]);
});

test('pushing again puts it back, by that target alone', async () => {
  const pushId = await push(1);
  await arrived();
  obs.byHand('SetSceneItemEnabled', hide);
  await until(() => there() !== null);
  await desk.must('outlet.pushAgain', { pushId, outletId: id });
  await until(() => answer('current')?.state === 'ok');
  await compared();
  expect([obs.state.items.get('Stage/Card'), there()]).toEqual([true, null]);
  // It was hidden before it was pushed at all.
  await desk.must('shelf.undo', { pushId });
  await until(() => answer('lastPush')?.reverse?.state === 'ok');
  expect(obs.state.items.get('Stage/Card')).toBe(false);
});

test('a driver that was made anew takes the text it finds for ours, and tells what follows', async () => {
  await push(1);
  await arrived();
  obs.state.texts.set('Price', 'as it was set before a restart');
  await desk.must('outlet.setSecret', { outletId: id, secret: 'open sesame' });
  await until(() => desk.slice('outlets').outlets[0]?.link.state === 'ready');
  await compared();
  expect(facts()).toEqual([]);
  obs.byHand('SetInputSettings', { inputName: 'Price', inputSettings: { text: 'sale!' } });
  await until(() => there()?.name === 'sale!');
  expect(facts()).toEqual([{ what: 'text', name: 'sale!' }]);
});

test('a text that is typed over at an OBS that tells nothing of it is seen all the same', async () => {
  await push(1);
  await arrived();
  await compared();
  obs.state.texts.set('Price', 'sale!');
  for (let second = 0; second < 16; second += 1) await rig.advance(1_000);
  await until(() => there() !== null);
  expect(there()).toMatchObject({ what: 'text', name: 'sale!' });
});
