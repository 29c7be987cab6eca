import { z } from 'zod';

/** The message is shown in this room but was written in another (Twitch shared chat). */
export const SharedFrom = z.strictObject({
  platformRoomId: z.string(),
  messageId: z.string().nullable(),
});

export const ReplyTo = z.strictObject({
  messageId: z.string(),
  userId: z.string().nullable(),
  name: z.string().nullable(),
  displayName: z.string().nullable(),
  text: z.string().nullable(),
});
