import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';

const Identify = z.object({
  op: z.literal(1),
  d: z.object({ authentication: z.string().optional(), eventSubscriptions: z.int() }),
});
const Request = z.object({
  op: z.literal(6),
  d: z.object({
    requestType: z.string(),
    requestId: z.string(),
    requestData: z.record(z.string(), z.unknown()),
  }),
});
const Frame = z.union([Identify, Request]);

/** What an OBS has and shows; a test looks at it and changes it. */
export type ObsState = {
  readonly items: Map<string, boolean>;
  readonly texts: Map<string, string>;
  readonly scenes: readonly string[];
  scene: string;
  /** What it answers when it is asked how its stream goes. */
  readonly stream: ObsStream;
};

/** Counters of `GetStreamStatus` and `GetStats`, as OBS names them. */
export type ObsStream = {
  outputActive: boolean;
  outputReconnecting: boolean;
  outputDuration: number;
  outputCongestion: number;
  outputBytes: number;
  outputSkippedFrames: number;
  outputTotalFrames: number;
  readonly stats: Record<string, number>;
};

export type ObsServer = {
  readonly address: string;
  readonly state: ObsState;
  /** Requests in the order they came, without those that are made every two seconds. */
  readonly asked: string[];
  /** From now on requests are swallowed without an answer. */
  fallSilent(): void;
  /** Somebody at OBS itself does what this request does; every client hears of it. */
  byHand(type: string, data: Readonly<Record<string, unknown>>): void;
  /** One reading of an input's meters: peak before the fader, 0 to 1; behind it nothing is left. */
  meter(inputName: string, peak: number): void;
  /** Cuts every connection. */
  drop(): void;
  connections(): number;
  close(): Promise<void>;
};

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** Speaks obs-websocket 5: Hello with a challenge, Identify, the requests a push needs. */
export async function startObsServer(password: string, port: number): Promise<ObsServer> {
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port,
    handleProtocols: () => 'obswebsocket.json',
  });
  await once(server, 'listening');
  const state: ObsState = {
    items: new Map([['Stage/Card', false]]),
    texts: new Map([['Price', 'before']]),
    scenes: ['Stage', 'Close-up'],
    scene: 'Stage',
    stream: notStreaming(),
  };
  const asked: string[] = [];
  let isSilent = false;
  const subscriptions = new Map<WebSocket, number>();

  /** As OBS does: also to the client that asked for it. */
  function tell(type: string, eventData: Readonly<Record<string, unknown>>): void {
    const event = EVENTS[type];
    if (event === undefined) return;
    const { eventType, eventIntent } = event;
    for (const [client, mask] of subscriptions) {
      if ((mask & eventIntent) !== 0) send(client, 5, { eventType, eventIntent, eventData });
    }
  }

  server.on('connection', (socket) => {
    const salt = randomBytes(16).toString('base64');
    const challenge = randomBytes(16).toString('base64');
    send(socket, 0, {
      obsWebSocketVersion: '5.1.0',
      rpcVersion: 1,
      authentication: { challenge, salt },
    });
    socket.on('message', (data) => {
      const frame = Frame.parse(JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : ''));
      if (frame.op === 1) {
        const right = hash(hash(password + salt) + challenge);
        if (frame.d.authentication !== right) return socket.close(4009, 'Authentication failed.');
        subscriptions.set(socket, frame.d.eventSubscriptions);
        return send(socket, 2, { negotiatedRpcVersion: 1 });
      }
      const { requestType, requestId, requestData } = frame.d;
      if (!POLLED.has(requestType)) asked.push(requestType);
      if (isSilent) return undefined;
      const responseData = answer(state, requestType, requestData);
      const requestStatus = {
        result: responseData !== null,
        code: responseData === null ? 600 : 100,
      };
      send(socket, 7, { requestType, requestId, requestStatus, responseData });
      return responseData === null ? undefined : tell(requestType, requestData);
    });
    socket.on('close', () => subscriptions.delete(socket));
  });

  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `ws://127.0.0.1:${taken}`,
    state,
    asked,
    fallSilent: () => {
      isSilent = true;
    },
    byHand: (type, data) => {
      if (answer(state, type, data) === null) throw new Error(`${type}: no such thing`);
      tell(type, data);
    },
    meter: (inputName, peak) => {
      const inputLevelsMul = [[0, 0, peak]];
      for (const [client, mask] of subscriptions) {
        if ((mask & METERS) === 0) continue;
        const eventData = { inputs: [{ inputName, inputLevelsMul }] };
        send(client, 5, { eventType: 'InputVolumeMeters', eventIntent: METERS, eventData });
      }
    },
    drop: () => {
      for (const client of server.clients) client.terminate();
    },
    connections: () => server.clients.size,
    async close() {
      for (const client of server.clients) client.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}

const METERS = 65_536;
const POLLED: ReadonlySet<string> = new Set(['GetStreamStatus', 'GetStats']);

function notStreaming(): ObsStream {
  return {
    outputActive: false,
    outputReconnecting: false,
    outputDuration: 0,
    outputCongestion: 0,
    outputBytes: 0,
    outputSkippedFrames: 0,
    outputTotalFrames: 0,
    stats: {
      activeFps: 30,
      cpuUsage: 12.5,
      renderSkippedFrames: 0,
      renderTotalFrames: 0,
      outputSkippedFrames: 0,
      outputTotalFrames: 0,
    },
  };
}

/** Which request makes which event, and the intent it is told under. */
const EVENTS: Readonly<Record<string, { eventType: string; eventIntent: number } | undefined>> = {
  SetSceneItemEnabled: { eventType: 'SceneItemEnableStateChanged', eventIntent: 128 },
  SetCurrentProgramScene: { eventType: 'CurrentProgramSceneChanged', eventIntent: 4 },
  SetInputSettings: { eventType: 'InputSettingsChanged', eventIntent: 8 },
};

function send(socket: WebSocket, op: number, d: unknown): void {
  socket.send(JSON.stringify({ op, d }));
}

/** Null: it has no such thing. */
function answer(
  state: ObsState,
  type: string,
  data: Readonly<Record<string, unknown>>,
): Record<string, unknown> | null {
  const names = [...state.items.keys()];
  const item = names[Number(data['sceneItemId']) - 1] ?? '';
  const input = String(data['inputName']);
  switch (type) {
    case 'GetSceneItemId': {
      const at = names.indexOf(`${String(data['sceneName'])}/${String(data['sourceName'])}`);
      return at < 0 ? null : { sceneItemId: at + 1 };
    }
    case 'GetSceneItemEnabled':
      return { sceneItemEnabled: state.items.get(item) };
    case 'SetSceneItemEnabled':
      state.items.set(item, data['sceneItemEnabled'] === true);
      return {};
    case 'GetCurrentProgramScene':
      return { currentProgramSceneName: state.scene };
    case 'SetCurrentProgramScene': {
      const scene = String(data['sceneName']);
      if (!state.scenes.includes(scene)) return null;
      state.scene = scene;
      return {};
    }
    case 'GetInputSettings':
      return state.texts.has(input) ? { inputSettings: { text: state.texts.get(input) } } : null;
    case 'SetInputSettings': {
      const settings = z.object({ text: z.string() }).parse(data['inputSettings']);
      if (!state.texts.has(input)) return null;
      state.texts.set(input, settings.text);
      return {};
    }
    case 'GetStreamStatus': {
      const { stats: _, ...status } = state.stream;
      return status;
    }
    case 'GetStats':
      return { ...state.stream.stats };
    case 'GetSceneList':
      return { scenes: state.scenes.map((sceneName) => ({ sceneName })) };
    case 'GetInputList':
      return { inputs: [...state.texts.keys()].map((inputName) => ({ inputName })) };
    default:
      return null;
  }
}
