import { VOICE_ABOVE_DB, type OutletConfig, type OutletKind } from '#shared/model/outlet.ts';
import { SourceId } from '#shared/model/ids.ts';
import { SHOPEE_HOSTS } from '#shared/rules/shopee-address.ts';

/** Every field of the form, whichever kind is chosen. */
export type OutletDraft = {
  readonly kind: OutletKind;
  readonly name: string;
  readonly sourceId: string;
  readonly template: string;
  readonly address: string;
  readonly showScene: string;
  readonly showSource: string;
  readonly switchScene: string;
  readonly textSource: string;
  readonly textTemplate: string;
  readonly microphone: string;
  readonly voiceAboveDb: string;
  readonly url: string;
  readonly consoleUrl: string;
  readonly host: string;
  readonly partnerId: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly match: 'code' | 'number';
};

export interface OutletFieldsProps {
  readonly draft: OutletDraft;
  /** Something was left empty that is needed. */
  readonly isMissing: boolean;
  readonly faultOf: (what: string) => string | null;
  readonly onChange: (part: Partial<OutletDraft>) => void;
}

export function emptyDraft(template: string): OutletDraft {
  return {
    kind: 'chat',
    name: '',
    sourceId: '',
    template,
    address: 'ws://127.0.0.1:4455',
    showScene: '',
    showSource: '',
    switchScene: '',
    textSource: '',
    textTemplate: '{name} {price}',
    microphone: '',
    voiceAboveDb: String(VOICE_ABOVE_DB),
    url: '',
    consoleUrl: '',
    host: SHOPEE_HOSTS[0] ?? '',
    partnerId: '',
    userId: '',
    sessionId: '',
    match: 'code',
  };
}

/** A held outlet as the form shows it. */
export function draftOf(name: string, config: OutletConfig, template: string): OutletDraft {
  const empty = emptyDraft(template);
  switch (config.kind) {
    case 'chat':
      return { ...empty, ...config, name, sourceId: String(config.sourceId) };
    case 'shopee': {
      const [partnerId, userId] = [String(config.partnerId), String(config.userId)];
      const ids = { partnerId, userId, sessionId: String(config.sessionId) };
      return { ...empty, ...config, ...ids, name };
    }
    case 'obs':
      return { ...empty, ...config, voiceAboveDb: String(config.voiceAboveDb), name };
    case 'webhook':
    case 'manual':
      return { ...empty, ...config, name };
  }
}

/** What is sent; null where something is missing that the form itself can tell. */
export function configOf(draft: OutletDraft): OutletConfig | null {
  const { kind, template } = draft;
  switch (kind) {
    case 'chat': {
      const sourceId = SourceId.safeParse(Number(draft.sourceId));
      if (!sourceId.success || template.trim() === '') return null;
      return { kind, sourceId: sourceId.data, template };
    }
    case 'obs': {
      const { address, showScene, showSource, switchScene, textSource, textTemplate } = draft;
      const voiceAboveDb = levelOf(draft.voiceAboveDb);
      if (address.trim() === '' || voiceAboveDb === null) return null;
      const names = { showScene, showSource, switchScene, textSource };
      const microphone = draft.microphone.trim();
      return { kind, address: address.trim(), ...names, textTemplate, microphone, voiceAboveDb };
    }
    case 'shopee': {
      const { match } = draft;
      const host = draft.host.trim();
      const [partnerId, userId] = [idOf(draft.partnerId), idOf(draft.userId)];
      const sessionId = idOf(draft.sessionId);
      if (host === '' || partnerId === null || userId === null || sessionId === null) return null;
      return { kind, host, partnerId, userId, sessionId, match };
    }
    case 'webhook':
      return draft.url.trim() === '' ? null : { kind, url: draft.url.trim() };
    case 'manual':
      if (template.trim() === '') return null;
      return { kind, consoleUrl: draft.consoleUrl.trim(), template };
  }
}

/** Decibels as they are typed, with either minus; null where they are none or none that helps. */
export function levelOf(typed: string): number | null {
  const text = typed
    .trim()
    .replace('−', '-')
    .replace(/\s*db$/i, '');
  const level = Number(text);
  return text !== '' && level >= -80 && level <= -5 ? level : null;
}

/** A platform's number as it is typed; null where it is none. */
export function idOf(typed: string): number | null {
  const digits = typed.trim();
  const id = Number(digits);
  return /^\d+$/.test(digits) && Number.isSafeInteger(id) && id > 0 ? id : null;
}
