import { z } from 'zod';

/**
 * A piece of a message. Every fragment carries `text`; joined in order they equal the message.
 */
export const Fragment = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string() }),
  z.strictObject({
    type: z.literal('emote'),
    text: z.string(),
    provider: z.string(),
    id: z.string(),
    url: z.string(),
  }),
  z.strictObject({ type: z.literal('mention'), text: z.string(), userId: z.string().nullable() }),
  z.strictObject({ type: z.literal('cheermote'), text: z.string(), bits: z.int().min(0) }),
  z.strictObject({ type: z.literal('sticker'), text: z.string(), url: z.string() }),
  z.strictObject({ type: z.literal('image'), text: z.string(), url: z.string() }),
]);
export type Fragment = z.infer<typeof Fragment>;

/** The whole message as plain text. */
export function joinFragments(fragments: readonly Fragment[]): string {
  if (fragments.length === 1) return fragments[0]?.text ?? '';
  let text = '';
  for (const fragment of fragments) text += fragment.text;
  return text;
}
