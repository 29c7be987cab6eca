import { CommandId } from '#shared/model/ids.ts';

/**
 * 128 random bits in hexadecimal. Not crypto.randomUUID: a tablet on the local network is not a
 * secure context and has none.
 */
export function makeCommandId(): CommandId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return CommandId.parse(text);
}
