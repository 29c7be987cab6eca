import type { OutletId, PushId } from '#shared/model/ids.ts';
import type { OutletConfigOf } from '#shared/model/outlet.ts';
import type { Push, TargetAnswer } from '#shared/model/product.ts';

import { settled, startRig, type CoreRig, type RigScreen } from './core-rig.ts';
import { PARTNER, startShopeeServer, type ShopeeServer } from './shopee-server.ts';

/** A rehearsal on air whose pushes go to a Shopee on this machine. */
export type ShopeeDesk = {
  readonly rig: CoreRig;
  readonly desk: RigScreen;
  readonly shop: ShopeeServer;
  readonly id: OutletId;
  readonly config: OutletConfigOf<'shopee'>;
  push(linkNumber: number): Promise<PushId>;
  /** Of the newest push, or of the one that is on. */
  answer(which: 'lastPush' | 'current'): TargetAnswer | undefined;
  /** Sockets are real, the clock is not: it goes on by so much a turn until it is so. */
  until(isSo: () => boolean, stepMs: number): Promise<void>;
  answered(stepMs: number): Promise<TargetAnswer | undefined>;
  /** How often a call was made. */
  calls(name: string): number;
  close(): Promise<void>;
};

/** `codes`: of the products, in the order of their link numbers. */
export async function startShopeeDesk(codes: readonly string[]): Promise<ShopeeDesk> {
  const rig = await startRig(null);
  const desk = rig.screen('desk');
  const shop = await startShopeeServer(() => rig.ports.clock.wallNow());
  await desk.must('show.create', { title: 'A', origin: 'rehearsal', currency: 'CNY' });
  for (const code of codes) await putProduct(desk, code, 40);
  await desk.must('show.start', {});
  await rig.advance(10);
  const id = await addShopee(desk, shop, 'code');
  await rig.advance(1);

  const answer = (which: 'lastPush' | 'current'): TargetAnswer | undefined => {
    const push: Push | null = desk.slice('shelf')[which];
    return push?.targets.find(({ outletId }) => outletId === id);
  };
  async function until(isSo: () => boolean, stepMs: number): Promise<void> {
    while (!isSo()) {
      await settled();
      await rig.advance(stepMs);
    }
  }
  return {
    rig,
    desk,
    shop,
    id,
    config: configOf(shop, 'code'),
    answer,
    until,
    async push(linkNumber) {
      const { productId, guards } = await desk.must('shelf.arm', { linkNumber });
      if (guards.length > 0) await desk.must('shelf.overrule', { productId });
      const { pushId } = await desk.must('shelf.go', { productId });
      await rig.advance(1);
      return pushId;
    },
    async answered(stepMs) {
      await until(() => answer('lastPush')?.state !== 'waiting', stepMs);
      return answer('lastPush');
    },
    calls: (name) => shop.calls.filter((call) => call === name).length,
    async close() {
      await rig.close();
      await shop.close();
    },
  };
}

/** Adds it, or changes it where the code is known. */
export async function putProduct(desk: RigScreen, code: string, stock: number): Promise<void> {
  const text = { benefit: '', hook: '', look: '', story: '', value: '', callToAction: '', say: '' };
  const money = {
    currency: 'CNY',
    priceMinor: 25_900,
    listPriceMinor: null,
    couponPriceMinor: null,
  };
  const own = { code, name: `Coat ${code}`, role: 'hero', swatch: '', stock } as const;
  await desk.must('shelf.putProduct', { fields: { ...own, ...money, ...text }, linkNumber: null });
}

function configOf(shop: ShopeeServer, match: 'code' | 'number'): OutletConfigOf<'shopee'> {
  const { id: partnerId, user: userId, session: sessionId } = PARTNER;
  return { kind: 'shopee', host: shop.address, partnerId, userId, sessionId, match };
}

async function addShopee(
  desk: RigScreen,
  shop: ShopeeServer,
  match: 'code' | 'number',
): Promise<OutletId> {
  const config = configOf(shop, match);
  const { outletId } = await desk.must('outlet.put', { outletId: null, name: 'Shopee', config });
  await desk.must('outlet.setSecret', { outletId, secret: PARTNER.key });
  await desk.must('outlet.setSecret', { outletId, part: 'refresh', secret: shop.refreshToken });
  await desk.must('outlet.setSecret', { outletId, part: 'access', secret: shop.accessToken });
  return outletId;
}
