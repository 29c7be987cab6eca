import { Decoder, Encoder, PacketType, type Packet } from 'socket.io-parser';

/**
 * socket.io's own wire format for what we send: frames are plain JSON. The library's encoder looks
 * through all of an event for binary parts first, which in a flood costs half as much as its JSON.
 */
class FrameEncoder extends Encoder {
  override encode(packet: Packet): unknown[] {
    const { type, nsp, id, data } = packet;
    if (type !== PacketType.EVENT || nsp !== '/' || id !== undefined) return super.encode(packet);
    return [`${PacketType.EVENT}${JSON.stringify(data)}`];
  }
}

/** What a socket.io server is given as its parser. */
export const frameParser = { Encoder: FrameEncoder, Decoder };
