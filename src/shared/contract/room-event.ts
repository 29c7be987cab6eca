import { z } from 'zod';

import { deskEventSchemas, type DeskEvent, type DeskEventKind } from './desk-event.ts';
import { StoredFields } from './event-envelope.ts';
import { storedPlanFacts } from './plan-facts.ts';
import { platformEventSchemas } from './platform-event.ts';

const platform = platformEventSchemas;
const desk = deskEventSchemas;

/** What a decoder makes of a platform's message, before it is stored. */
export const FeedEvent = z.discriminatedUnion('kind', [
  platform.chat,
  platform['chat.deleted'],
  platform.gift,
  platform.paid_message,
  platform.membership,
  platform.follow,
  platform.join,
  platform.like,
  platform.share,
  platform.raid,
  platform.reward,
  platform.notice,
  platform.room_state,
  platform.viewers,
  platform.moderation,
  platform['chat.pinned'],
  platform.stream,
  platform.order,
  platform.cart_add,
  platform.product,
  platform.warning,
  platform.connector,
]);
export type FeedEvent = {
  [K in keyof typeof platformEventSchemas]: z.infer<(typeof platformEventSchemas)[K]>;
}[keyof typeof platformEventSchemas];

export type PlatformEventKind = FeedEvent['kind'];
export type EventKind = PlatformEventKind | DeskEventKind;
export type FeedEventOf<K extends PlatformEventKind> = Extract<FeedEvent, { kind: K }>;

export type RoomEvent = (FeedEvent | DeskEvent) & StoredFields;
export type RoomEventOf<K extends EventKind> = Extract<FeedEvent | DeskEvent, { kind: K }> &
  StoredFields;

/** A committed event as screens receive it. */
export const RoomEvent = z.discriminatedUnion('kind', [
  platform.chat.extend(StoredFields.shape),
  platform['chat.deleted'].extend(StoredFields.shape),
  platform.gift.extend(StoredFields.shape),
  platform.paid_message.extend(StoredFields.shape),
  platform.membership.extend(StoredFields.shape),
  platform.follow.extend(StoredFields.shape),
  platform.join.extend(StoredFields.shape),
  platform.like.extend(StoredFields.shape),
  platform.share.extend(StoredFields.shape),
  platform.raid.extend(StoredFields.shape),
  platform.reward.extend(StoredFields.shape),
  platform.notice.extend(StoredFields.shape),
  platform.room_state.extend(StoredFields.shape),
  platform.viewers.extend(StoredFields.shape),
  platform.moderation.extend(StoredFields.shape),
  platform['chat.pinned'].extend(StoredFields.shape),
  platform.stream.extend(StoredFields.shape),
  platform.order.extend(StoredFields.shape),
  platform.cart_add.extend(StoredFields.shape),
  platform.product.extend(StoredFields.shape),
  platform.warning.extend(StoredFields.shape),
  platform.connector.extend(StoredFields.shape),
  desk['show.state'].extend(StoredFields.shape),
  desk.gap.extend(StoredFields.shape),
  desk['shelf.pushed'].extend(StoredFields.shape),
  desk['push.overruled'].extend(StoredFields.shape),
  desk['push.there'].extend(StoredFields.shape),
  desk['help.asked'].extend(StoredFields.shape),
  desk['help.answered'].extend(StoredFields.shape),
  desk['cue.flashed'].extend(StoredFields.shape),
  desk['price.said'].extend(StoredFields.shape),
  desk['mood.noted'].extend(StoredFields.shape),
  desk['voice.measured'].extend(StoredFields.shape),
  desk['health.measured'].extend(StoredFields.shape),
  desk['rest.began'].extend(StoredFields.shape),
  desk['rest.ended'].extend(StoredFields.shape),
  desk['promise.made'].extend(StoredFields.shape),
  desk['promise.settled'].extend(StoredFields.shape),
  desk['promise.reopened'].extend(StoredFields.shape),
  desk['shelf.undone'].extend(StoredFields.shape),
  desk['shelf.taken_down'].extend(StoredFields.shape),
  desk['cue.sent'].extend(StoredFields.shape),
  desk['cue.answered'].extend(StoredFields.shape),
  desk['anchor.changed'].extend(StoredFields.shape),
  ...storedPlanFacts,
  desk['thanks.settled'].extend(StoredFields.shape),
  desk.bookmark.extend(StoredFields.shape),
  desk['bookmark.noted'].extend(StoredFields.shape),
  desk['bookmark.removed'].extend(StoredFields.shape),
  desk['warning.seen'].extend(StoredFields.shape),
  desk['warning.noted'].extend(StoredFields.shape),
  desk['chat.acted'].extend(StoredFields.shape),
  desk['chat.settled'].extend(StoredFields.shape),
  desk['question.answered'].extend(StoredFields.shape),
  desk['question.reopened'].extend(StoredFields.shape),
  desk['figures.entered'].extend(StoredFields.shape),
  desk['figures.withdrawn'].extend(StoredFields.shape),
  desk['targets.set'].extend(StoredFields.shape),
  desk['targets.withdrawn'].extend(StoredFields.shape),
  desk['alert.raised'].extend(StoredFields.shape),
  desk['alert.answered'].extend(StoredFields.shape),
  desk['assistant.answered'].extend(StoredFields.shape),
  desk['assistant.settled'].extend(StoredFields.shape),
  desk['duty.taken'].extend(StoredFields.shape),
  desk['cue.proposed'].extend(StoredFields.shape),
  desk['cue.proposal_settled'].extend(StoredFields.shape),
  desk['triggers.mode'].extend(StoredFields.shape),
  desk['triggers.reset'].extend(StoredFields.shape),
  desk['benefit.given'].extend(StoredFields.shape),
  desk['benefit.withdrawn'].extend(StoredFields.shape),
  desk['slip.logged'].extend(StoredFields.shape),
  desk['slip.withdrawn'].extend(StoredFields.shape),
  desk['slip.described'].extend(StoredFields.shape),
]);
