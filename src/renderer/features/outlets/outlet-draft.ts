import type { OutletConfig, OutletKind } from '#shared/model/outlet.ts';
import { SourceId } from '#shared/model/ids.ts';

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
  readonly url: string;
  readonly consoleUrl: string;
};

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
    url: '',
    consoleUrl: '',
  };
}

/** A held outlet as the form shows it. */
export function draftOf(name: string, config: OutletConfig, template: string): OutletDraft {
  const empty = emptyDraft(template);
  switch (config.kind) {
    case 'chat':
      return { ...empty, ...config, name, sourceId: String(config.sourceId) };
    case 'obs':
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
      if (address.trim() === '') return null;
      const names = { showScene, showSource, switchScene, textSource };
      return { kind, address: address.trim(), ...names, textTemplate };
    }
    case 'webhook':
      return draft.url.trim() === '' ? null : { kind, url: draft.url.trim() };
    case 'manual':
      if (template.trim() === '') return null;
      return { kind, consoleUrl: draft.consoleUrl.trim(), template };
  }
}
