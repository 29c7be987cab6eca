import { productLink } from '../catalogue/product.queries.ts';
import type { OutputsService } from '../../outputs/outputs.service.ts';
import type { RoomContext } from '../../room/room-context.ts';
import { createChatOutlet, type ChatLine } from './chat-outlet.ts';
import { createManualOutlet, type ManualOutlet } from './manual-outlet.ts';
import { openObsLink } from './obs-link.ts';
import { createObsOutlet } from './obs-outlet.ts';
import type { PushDriver } from './outlet-driver.ts';
import type { OutletSecrets } from './outlet-secrets.ts';
import type { OutletRow } from './outlets.queries.ts';
import { openShopee } from './shopee/open-shopee.ts';
import type { Renewals } from './shopee/shopee-tokens.ts';
import { createWebhookOutlet } from './webhook-outlet.ts';

export type OutletSurroundings = {
  readonly room: RoomContext;
  readonly chat: ChatLine;
  readonly secrets: OutletSecrets;
  readonly renewals: Renewals;
  /** A microphone is as loud as a voice, or is not. */
  readonly heard: (isVoice: boolean) => void;
  /** Who reads how an OBS's stream goes. */
  readonly outputs: OutputsService;
};

export type StartedOutlet = {
  readonly driver: PushDriver;
  readonly manual: ManualOutlet | null;
};

/** The driver of an outlet, with its secrets as they are kept. */
export function startOutlet(
  { config, id }: OutletRow,
  { room, chat, secrets, renewals, heard, outputs }: OutletSurroundings,
): StartedOutlet {
  const { ports, roomId } = room;
  const secret = secrets.read(id, config);
  switch (config.kind) {
    case 'chat':
      return { driver: createChatOutlet(config, chat), manual: null };
    case 'manual': {
      const manual = createManualOutlet(config);
      return { driver: manual, manual };
    }
    case 'webhook':
      return { driver: createWebhookOutlet(config, secret, roomId, ports), manual: null };
    case 'shopee': {
      const linkOf = (productId: number) => productLink(room.db, productId, 'shopee');
      return { driver: openShopee(id, config, { secrets, renewals, ports, linkOf }), manual: null };
    }
    case 'obs': {
      const { microphone: name, voiceAboveDb } = config;
      const output = outputs.open(id, name === '' ? null : { name, voiceAboveDb });
      const heardDb = (db: number): void => {
        output.hear(db);
        heard(db >= voiceAboveDb);
      };
      const microphone = name === '' ? null : { name, heard: heardDb };
      const changed = (): void => room.changed('outlets');
      const link = openObsLink(config.address, secret, ports, changed, microphone);
      output.read(link);
      const driver = createObsOutlet(config, link, ports.clock);
      const close = (): void => {
        output.stop();
        driver.close();
      };
      return { driver: { ...driver, close }, manual: null };
    }
  }
}
