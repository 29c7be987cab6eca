import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** Takes the stream of an encoder, as a platform's ingest does, and throws it away. */
export type RtmpSink = {
  readonly url: string;
  /** Bytes that came, those of the talk before the stream among them. */
  bytes(): number;
  /** From now on nothing is read: what is sent stays on the line until that is full. */
  stall(): void;
  /** Reads again. */
  flow(): void;
  close(): Promise<void>;
};

const HANDSHAKE = 1_536;
const FIRST_CHUNK_BYTES = 128;

/**
 * As much of RTMP as a publisher asks for (Adobe's RTMP specification 1.0): handshake, `connect`,
 * `createStream`, `publish`. What is published is not looked at.
 */
export async function startRtmpSink(): Promise<RtmpSink> {
  const sockets = new Set<Socket>();
  let bytes = 0;
  let isStalled = false;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A publisher that is killed: the test says so by itself.
    socket.on('error', () => socket.destroy());
    const publisher = new Publisher(socket);
    socket.on('data', (data) => {
      bytes += data.length;
      publisher.take(data);
    });
    if (isStalled) socket.pause();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `rtmp://127.0.0.1:${port}/live`,
    bytes: () => bytes,
    stall() {
      isStalled = true;
      for (const socket of sockets) socket.pause();
    },
    flow() {
      isStalled = false;
      for (const socket of sockets) socket.resume();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Fields of a chunk's header that a later, shorter one leaves as they were. */
type Message = { length: number; type: number; readonly parts: Buffer[]; held: number };

class Publisher {
  readonly #socket: Socket;
  readonly #messages = new Map<number, Message>();
  #waiting: Buffer = Buffer.alloc(0);
  #step: 'hello' | 'echo' | 'talk' | 'publishing' = 'hello';
  #chunkBytes = FIRST_CHUNK_BYTES;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  take(data: Buffer): void {
    if (this.#step === 'publishing') return;
    this.#waiting = Buffer.concat([this.#waiting, data]);
    while (this.#next()) {
      // Until what came is used up.
    }
  }

  /** False: more must come first. */
  #next(): boolean {
    switch (this.#step) {
      case 'hello': {
        const hello = this.#cut(1 + HANDSHAKE);
        if (hello === null) return false;
        this.#socket.write(
          Buffer.concat([Buffer.from([3]), Buffer.alloc(HANDSHAKE), hello.subarray(1)]),
        );
        this.#step = 'echo';
        return true;
      }
      case 'echo':
        if (this.#cut(HANDSHAKE) === null) return false;
        this.#step = 'talk';
        return true;
      case 'talk':
        return this.#chunk();
      case 'publishing':
        this.#waiting = Buffer.alloc(0);
        return false;
    }
  }

  #chunk(): boolean {
    const [first] = this.#waiting;
    if (first === undefined) return false;
    const format = first >> 6;
    const id = first & 63;
    // Ids of two and three bytes come with streams alone, which are not read.
    if (id < 2) throw new Error(`chunk stream ${id}`);
    const headerBytes = [11, 7, 3, 0][format] ?? 0;
    const header = this.#waiting.subarray(1, 1 + headerBytes);
    if (header.length < headerBytes) return false;
    const message = this.#messages.get(id) ?? { length: 0, type: 0, parts: [], held: 0 };
    const length = headerBytes >= 7 ? header.readUIntBE(3, 3) : message.length;
    const type = headerBytes >= 7 ? header.readUInt8(6) : message.type;
    const size = Math.min(this.#chunkBytes, length - message.held);
    if (this.#waiting.length < 1 + headerBytes + size) return false;
    this.#cut(1 + headerBytes);
    const part = this.#cut(size) ?? Buffer.alloc(0);
    const parts = [...message.parts, part];
    const held = message.held + part.length;
    if (held < length) {
      this.#messages.set(id, { length, type, parts, held });
      return true;
    }
    this.#messages.set(id, { length, type, parts: [], held: 0 });
    this.#hear(type, Buffer.concat(parts));
    return true;
  }

  #hear(type: number, body: Buffer): void {
    if (type === 1) this.#chunkBytes = body.readUInt32BE(0);
    if (type !== 20) return;
    const nameBytes = body.readUInt16BE(1);
    const name = body.toString('utf8', 3, 3 + nameBytes);
    const serial = body.readDoubleBE(3 + nameBytes + 1);
    if (name === 'connect') {
      const code = 'NetConnection.Connect.Success';
      this.#say(['_result', serial, { fmsVer: 'FMS/3,0,1,123' }, { level: 'status', code }], 0);
    }
    if (name === 'createStream') this.#say(['_result', serial, null, 1], 0);
    if (name === 'publish') {
      this.#say(['onStatus', 0, null, { level: 'status', code: 'NetStream.Publish.Start' }], 1);
      this.#step = 'publishing';
    }
  }

  #say(values: readonly AmfValue[], streamId: number): void {
    const body = Buffer.concat(values.map(amf));
    const header = Buffer.alloc(12);
    header.writeUInt8(3, 0);
    header.writeUIntBE(body.length, 4, 3);
    header.writeUInt8(20, 7);
    header.writeUInt32LE(streamId, 8);
    const chunks = [header, body.subarray(0, FIRST_CHUNK_BYTES)];
    for (let at = FIRST_CHUNK_BYTES; at < body.length; at += FIRST_CHUNK_BYTES) {
      chunks.push(Buffer.from([0xc3]), body.subarray(at, at + FIRST_CHUNK_BYTES));
    }
    this.#socket.write(Buffer.concat(chunks));
  }

  #cut(length: number): Buffer | null {
    if (this.#waiting.length < length) return null;
    const cut = this.#waiting.subarray(0, length);
    this.#waiting = this.#waiting.subarray(length);
    return cut;
  }
}

type AmfValue = string | number | null | Readonly<Record<string, string>>;

/** AMF0. */
function amf(value: AmfValue): Buffer {
  if (value === null) return Buffer.from([5]);
  if (typeof value === 'string') return Buffer.concat([Buffer.from([2]), named(value)]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(9);
    bytes.writeDoubleBE(value, 1);
    return bytes;
  }
  const fields = Object.entries(value).map(([key, each]) => Buffer.concat([named(key), amf(each)]));
  return Buffer.concat([Buffer.from([3]), ...fields, Buffer.from([0, 0, 9])]);
}

function named(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
