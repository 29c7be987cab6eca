import type { OutletConfigOf } from '#shared/model/outlet.ts';
import { fillMessage } from '#shared/rules/push-message.ts';
import type { Clock } from '../../ports.ts';
import { ActTurn } from './act-turn.ts';
import { valuesOf } from './chat-outlet.ts';
import type { ObsLink, ObsReply } from './obs-link.ts';
import { watchObs, type ObsReading } from './obs-watch.ts';
import type {
  CardPreview,
  DriverAnswer,
  DriverList,
  DriverPreview,
  PushCard,
  PushDriver,
  TakeDownCause,
} from './outlet-driver.ts';

/** How it was before a push, for its reverse. */
type Before = {
  readonly wasShown: boolean | null;
  readonly scene: string | null;
  readonly text: string | null;
};

type Step = () => Promise<DriverAnswer>;

/** An OBS refused: 600 is a scene or source that it does not have. */
const NOT_FOUND = 600;
/** Characters of a text that are told. */
const NAME_MAX = 200;
const OK: DriverAnswer = { state: 'ok' };

/** A source that is shown, a scene that is switched to, a text that is set; done when OBS itself says so. */
export function createObsOutlet(
  config: OutletConfigOf<'obs'>,
  obs: ObsLink,
  clock: Clock,
): PushDriver {
  const { showScene, showSource, switchScene, textSource, textTemplate } = config;
  const before = new Map<number, Before>();
  /** What the text source was last told to say for each push. */
  const texts = new Map<number, string>();
  const acts = new ActTurn();

  function preview(card: CardPreview): DriverPreview {
    const message = fillMessage(textTemplate, valuesOf(card));
    const parts = [
      showSource === '' ? '' : `${showScene} › ${showSource}`,
      switchScene === '' ? '' : `→ ${switchScene}`,
      textSource === '' ? '' : `${textSource}: ${message.text ?? textTemplate}`,
    ];
    const text = parts.filter((part) => part !== '').join(' · ');
    if (textSource !== '' && message.missing !== null) {
      return { text, problem: `${message.missing}_unknown` };
    }
    return { text, problem: obs.link().state === 'ready' ? null : 'not_connected' };
  }

  async function itemId(): Promise<number | ObsReply> {
    const found = await obs.ask('GetSceneItemId', { sceneName: showScene, sourceName: showSource });
    const id = found.state === 'ok' ? found.data['sceneItemId'] : undefined;
    return typeof id === 'number' ? id : found;
  }

  /** Null: it could not be read. A source that is not there is not shown. */
  async function isShown(): Promise<boolean | null> {
    const id = await itemId();
    if (typeof id !== 'number')
      return id.state === 'refused' && id.code === NOT_FOUND ? false : null;
    const reply = await obs.ask('GetSceneItemEnabled', { sceneName: showScene, sceneItemId: id });
    return reply.state === 'ok' ? reply.data['sceneItemEnabled'] === true : null;
  }

  async function currentScene(): Promise<string | null> {
    const reply = await obs.ask('GetCurrentProgramScene', {});
    const scene = reply.state === 'ok' ? reply.data['currentProgramSceneName'] : null;
    return typeof scene === 'string' ? scene : null;
  }

  async function currentText(): Promise<string | null> {
    const reply = await obs.ask('GetInputSettings', { inputName: textSource });
    const settings = reply.state === 'ok' ? reply.data['inputSettings'] : null;
    const text: unknown =
      typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'text') : null;
    return typeof text === 'string' ? text : null;
  }

  /** What was asked for is read back: OBS's own word, not that it took the request. */
  async function show(isWanted: boolean): Promise<DriverAnswer> {
    const id = await itemId();
    if (typeof id !== 'number') return faultOf(id);
    const item = { sceneName: showScene, sceneItemId: id };
    const set = await obs.ask('SetSceneItemEnabled', { ...item, sceneItemEnabled: isWanted });
    if (set.state !== 'ok') return faultOf(set);
    return readBack((await isShown()) === isWanted);
  }

  async function toScene(sceneName: string): Promise<DriverAnswer> {
    const set = await obs.ask('SetCurrentProgramScene', { sceneName });
    return set.state === 'ok' ? readBack((await currentScene()) === sceneName) : faultOf(set);
  }

  async function setText(text: string): Promise<DriverAnswer> {
    const inputSettings = { text };
    const set = await obs.ask('SetInputSettings', { inputName: textSource, inputSettings });
    return set.state === 'ok' ? readBack((await currentText()) === text) : faultOf(set);
  }

  function textOf(card: PushCard): string {
    return fillMessage(textTemplate, valuesOf(card)).text ?? '';
  }

  function say(card: PushCard, text: string): Promise<DriverAnswer> {
    texts.set(card.pushId, text);
    return setText(text);
  }

  /** The first of what this push has set that is another by now. */
  async function compare(card: PushCard): Promise<ObsReading> {
    if (showSource !== '') {
      const is = await isShown();
      if (is === null) return undefined;
      if (!is) return { what: 'hidden', name: showSource };
    }
    if (switchScene !== '') {
      const scene = await currentScene();
      if (scene === null) return undefined;
      if (scene !== switchScene) return { what: 'scene', name: scene };
    }
    if (textSource === '') return null;
    const text = await currentText();
    if (text === null) return undefined;
    // After a restart nobody knows what it was told: what stands there then is taken for that.
    if (texts.size === 0) texts.set(card.pushId, text);
    const isOurs = text === (texts.get(card.pushId) ?? textOf(card));
    return isOurs ? null : { what: 'text', name: text.slice(0, NAME_MAX) };
  }

  /** The text first, so that a source never shows the product before. */
  function steps(card: PushCard): readonly Step[] {
    return [
      ...(textSource === '' ? [] : [() => say(card, textOf(card))]),
      ...(showSource === '' ? [] : [() => show(true)]),
      ...(switchScene === '' ? [] : [() => toScene(switchScene)]),
    ];
  }

  /** As it was before; what is on again instead is shown whatever it was. */
  function reverse(
    held: Before | undefined,
    cause: TakeDownCause,
    restored: PushCard | null,
  ): readonly Step[] {
    const isUndo = cause === 'undone';
    const scene = isUndo ? (held?.scene ?? null) : null;
    const stays = restored !== null || (isUndo && held?.wasShown === true);
    const text = isUndo ? (held?.text ?? null) : '';
    const write = (): readonly Step[] => {
      if (textSource === '') return [];
      if (restored !== null) return [() => say(restored, textOf(restored))];
      return text === null ? [] : [() => setText(text)];
    };
    return [
      ...(switchScene === '' || scene === null ? [] : [() => toScene(scene)]),
      ...(showSource === '' || (stays && restored === null) ? [] : [() => show(stays)]),
      ...write(),
    ];
  }

  async function push(card: PushCard): Promise<DriverAnswer> {
    const { problem } = preview(card);
    if (problem !== null) return { state: 'failed', reason: problem };
    const [wasShown, scene, text] = await Promise.all([
      showSource === '' ? null : isShown(),
      switchScene === '' ? null : currentScene(),
      textSource === '' ? null : currentText(),
    ]);
    // One that is pushed again is taken back to what was there before it was pushed at all.
    if (!before.has(card.pushId)) before.set(card.pushId, { wasShown, scene, text });
    return inTurn(steps(card));
  }

  return {
    can: {
      list: true,
      unpush: 'always',
      update: textSource !== '',
      watch: true,
      confirmedBy: 'answer',
    },
    link: () => obs.link(),
    preview,
    push: (card) => acts.run(() => push(card)),
    unpush: (card, cause, restored) =>
      acts.run(async () => {
        if (obs.link().state !== 'ready') return { state: 'failed', reason: 'not_connected' };
        return inTurn(reverse(before.get(card.pushId), cause, restored));
      }),
    update: (card) =>
      acts.run(async () => {
        const { problem } = preview(card);
        return problem === null ? say(card, textOf(card)) : { state: 'failed', reason: problem };
      }),
    onChanged: (card, tell) => watchObs(obs, acts, () => compare(card), tell, clock),
    list: () => listOf(obs),
    says: () => null,
    close: () => obs.close(),
  };
}

/** One after the other; the first that is not done is what is said. */
async function inTurn(steps: readonly Step[]): Promise<DriverAnswer> {
  for (const step of steps) {
    const answer = await step();
    if (answer.state !== 'ok') return answer;
  }
  return OK;
}

function readBack(isSo: boolean): DriverAnswer {
  return isSo ? OK : { state: 'unknown', reason: 'not_read_back' };
}

function faultOf(reply: ObsReply): DriverAnswer {
  if (reply.state !== 'refused') return { state: 'unknown', reason: 'no_answer' };
  return { state: 'failed', reason: reply.code === NOT_FOUND ? 'obs_not_found' : 'obs_refused' };
}

async function listOf(obs: ObsLink): Promise<DriverList | null> {
  const [scenes, inputs] = await Promise.all([
    obs.ask('GetSceneList', {}),
    obs.ask('GetInputList', {}),
  ]);
  if (scenes.state !== 'ok' || inputs.state !== 'ok') return null;
  return {
    scenes: namesIn(scenes.data['scenes'], 'sceneName'),
    sources: namesIn(inputs.data['inputs'], 'inputName'),
    items: [],
  };
}

function namesIn(list: unknown, field: string): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    const name: unknown =
      typeof entry === 'object' && entry !== null ? Reflect.get(entry, field) : null;
    return typeof name === 'string' ? [name] : [];
  });
}
