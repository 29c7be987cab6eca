import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { WebSocket } from 'ws';
import { z } from 'zod';

const PASSWORD = 'open sesame';
const SCENE = 'Stage';
const START_MS = 60_000;
const AGAIN_MS = 250;
/** At 800 kb/s the buffers of this machine's own line hide a stall for 12 s, at this for two. */
const STREAM_KBPS = '40000';

/** A frame of obs-websocket 5 (https://github.com/obsproject/obs-websocket, docs/generated/protocol.md). */
const Frame = z.object({ op: z.int(), d: z.record(z.string(), z.unknown()) });
const Challenge = z.object({ challenge: z.string(), salt: z.string() });
const Response = z.object({
  requestId: z.string(),
  requestStatus: z.object({ result: z.boolean(), comment: z.string().optional() }),
  responseData: z.record(z.string(), z.unknown()).nullish(),
});

/** A real OBS Studio with one scene that holds a picture and a text, neither of them shown. */
export type ObsStudio = {
  readonly address: string;
  readonly password: string;
  readonly scene: string;
  /** Whether it shows a source of the scene, by its own word. */
  isShown(source: 'Card' | 'Price'): Promise<boolean>;
  /** As somebody at OBS does it by hand. */
  hide(source: 'Card' | 'Price'): Promise<void>;
  /** A muted input of this name sounds from now on; what it is told by has come when this resolves. */
  sound(inputName: string): Promise<void>;
  /** Streams to this address of an RTMP server from now on, at a rate that fills a line soon. */
  stream(server: string): Promise<void>;
  /** What its text source says. */
  text(): Promise<string>;
  /** It is gone from one moment to the next. */
  kill(): Promise<void>;
  /** Started again; what it had not saved of its scene is made anew. */
  start(): Promise<void>;
  remove(): Promise<void>;
};

/** Starts the system's OBS Studio on a display and in a folder of its own. */
export async function startObsStudio(): Promise<ObsStudio> {
  const home = mkdtempSync(join(tmpdir(), 'cuedesk-obs-'));
  const port = await freePort();
  writeSettings(home, port);
  const address = `ws://127.0.0.1:${port}`;
  const display = await openDisplay();

  async function open(): Promise<{ readonly program: ChildProcess; readonly asking: Asking }> {
    const program = launch(home, display.name);
    const asking = await reach(address, program);
    await makeScene(asking);
    return { program, asking };
  }
  let obs = await open();

  async function kill(): Promise<void> {
    obs.asking.close();
    await endOf(obs.program);
  }

  return {
    address,
    password: PASSWORD,
    scene: SCENE,
    async isShown(source) {
      const named = { sceneName: SCENE, sourceName: source };
      const { sceneItemId } = await obs.asking.ask('GetSceneItemId', named);
      const item = await obs.asking.ask('GetSceneItemEnabled', { sceneName: SCENE, sceneItemId });
      return item['sceneItemEnabled'] === true;
    },
    async hide(source) {
      const named = { sceneName: SCENE, sourceName: source };
      const { sceneItemId } = await obs.asking.ask('GetSceneItemId', named);
      const item = { sceneName: SCENE, sceneItemId, sceneItemEnabled: false };
      await obs.asking.ask('SetSceneItemEnabled', item);
    },
    async sound(inputName) {
      const file = join(home, 'tone.wav');
      writeFileSync(file, tone());
      const inputSettings = { local_file: file, is_local_file: true, looping: true };
      const kind = { sceneName: SCENE, inputName, inputKind: 'ffmpeg_source', inputSettings };
      await obs.asking.ask('CreateInput', { ...kind, sceneItemEnabled: true });
      await obs.asking.ask('SetInputMute', { inputName, inputMuted: true });
    },
    async stream(server) {
      const bitrate = { parameterCategory: 'SimpleOutput', parameterName: 'VBitrate' };
      await obs.asking.ask('SetProfileParameter', { ...bitrate, parameterValue: STREAM_KBPS });
      const streamServiceSettings = { server, key: 'key' };
      const service = { streamServiceType: 'rtmp_custom', streamServiceSettings };
      await obs.asking.ask('SetStreamServiceSettings', service);
      await obs.asking.ask('StartStream', {});
    },
    async text() {
      const { inputSettings } = await obs.asking.ask('GetInputSettings', { inputName: 'Price' });
      return z.object({ text: z.string() }).parse(inputSettings).text;
    },
    kill,
    async start() {
      obs = await open();
    },
    async remove() {
      await kill();
      await endOf(display.server);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const TONE_RATE = 48_000;

/** Two seconds of 440 Hz at half of full scale, mono, as WAV. */
function tone(): Buffer {
  const samples = TONE_RATE * 2;
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  // PCM, one channel, 16 bits.
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(TONE_RATE, 24);
  file.writeUInt32LE(TONE_RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index += 1) {
    const level = Math.sin((2 * Math.PI * 440 * index) / TONE_RATE) * 0.5;
    file.writeInt16LE(Math.round(level * 32_767), 44 + index * 2);
  }
  return file;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** As after its first start, with its server on; a small picture, since it is drawn by the processor. */
function writeSettings(home: string, port: number): void {
  const folder = join(home, '.config/obs-studio');
  const profile = join(folder, 'basic/profiles/Untitled');
  mkdirSync(profile, { recursive: true });
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  const global = [
    '[General]',
    'FirstRun=true',
    '[OBSWebSocket]',
    'FirstLoad=false',
    'ServerEnabled=true',
    `ServerPort=${port}`,
    'AuthRequired=true',
    `ServerPassword=${PASSWORD}`,
  ];
  writeFileSync(join(folder, 'global.ini'), `${global.join('\n')}\n`);
  const video = ['BaseCX=320', 'BaseCY=180', 'OutputCX=320', 'OutputCY=180', 'FPSCommon=10'];
  writeFileSync(
    join(profile, 'basic.ini'),
    `[General]\nName=Untitled\n[Video]\n${video.join('\n')}\n`,
  );
}

/** A display of its own, so that its window takes no key from what is tested; resolves with its name. */
async function openDisplay(): Promise<{ readonly server: ChildProcess; readonly name: string }> {
  const args = ['-displayfd', '1', '-screen', '0', '640x480x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  return { server, name: `:${number}` };
}

function launch(home: string, display: string): ChildProcess {
  const quiet = ['--multi', '--minimize-to-tray', '--disable-updater', '--disable-shutdown-check'];
  return spawn('obs', quiet, {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_RUNTIME_DIR: join(home, 'run'),
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
  });
}

async function endOf(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = once(program, 'exit');
  program.kill('SIGKILL');
  await gone;
}

type Asking = {
  ask(type: string, data: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): void;
};

/** Tried until it listens and knows us. */
async function reach(address: string, program: ChildProcess): Promise<Asking> {
  const until = Date.now() + START_MS;
  while (Date.now() < until && program.exitCode === null) {
    const asking = await identify(new WebSocket(address, 'obswebsocket.json'));
    if (asking !== null) return asking;
    await wait(AGAIN_MS);
  }
  throw new Error(`OBS Studio did not listen on ${address} (exit code ${program.exitCode})`);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** Null where nothing listens yet. */
async function identify(socket: WebSocket): Promise<Asking | null> {
  const waiting = new Map<string, (response: z.infer<typeof Response>) => void>();
  let serial = 0;
  const isKnown = await new Promise<boolean>((resolve) => {
    socket.once('error', () => resolve(false));
    // OBS speaks first, and at once.
    socket.on('message', (raw: Buffer) => {
      const { op, d } = Frame.parse(JSON.parse(raw.toString()));
      if (op === 0) {
        const { challenge, salt } = Challenge.parse(d['authentication']);
        const authentication = hash(hash(PASSWORD + salt) + challenge);
        const identity = { rpcVersion: 1, authentication, eventSubscriptions: 0 };
        socket.send(JSON.stringify({ op: 1, d: identity }));
      }
      if (op === 2) resolve(true);
      if (op !== 7) return;
      const response = Response.parse(d);
      waiting.get(response.requestId)?.(response);
    });
  });
  if (!isKnown) return null;
  return {
    async ask(requestType, requestData) {
      serial += 1;
      const requestId = String(serial);
      const answered = new Promise<z.infer<typeof Response>>((resolve) =>
        waiting.set(requestId, resolve),
      );
      socket.send(JSON.stringify({ op: 6, d: { requestType, requestId, requestData } }));
      const { requestStatus, responseData } = await answered;
      if (!requestStatus.result) throw new Error(`${requestType}: ${requestStatus.comment}`);
      return responseData ?? {};
    },
    close: () => socket.close(),
  };
}

/** What it has not kept is made; nothing of it is shown. */
async function makeScene({ ask }: Asking): Promise<void> {
  const { scenes } = await ask('GetSceneList', {});
  const named = z.array(z.object({ sceneName: z.string() })).parse(scenes);
  if (!named.some(({ sceneName }) => sceneName === SCENE)) {
    await ask('CreateScene', { sceneName: SCENE });
  }
  await ask('SetCurrentProgramScene', { sceneName: SCENE });
  const { sceneItems } = await ask('GetSceneItemList', { sceneName: SCENE });
  const items = z.array(z.object({ sourceName: z.string() })).parse(sceneItems);
  const color = { color: 0xff3366ff, width: 200, height: 100 };
  for (const [inputName, inputKind, inputSettings] of [
    ['Card', 'color_source_v3', color],
    ['Price', 'text_ft2_source_v2', { text: 'before' }],
  ] as const) {
    if (items.some(({ sourceName }) => sourceName === inputName)) continue;
    const hidden = { sceneName: SCENE, sceneItemEnabled: false };
    await ask('CreateInput', { ...hidden, inputName, inputKind, inputSettings });
  }
}
