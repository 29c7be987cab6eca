import { useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShow } from '#renderer/store/selectors.ts';

import { channelName, type LiveRoomForm } from './live-room-form.ts';
import { useSetUpDraft } from './set-up-draft.ts';

export const TWITCH_CONNECTOR = 'twitch-irc';

/**
 * Makes the show, or changes the planned one, then its source. A source that is refused leaves the
 * show and says so; another channel takes the place of the one that was added here.
 */
export function useCreateRoom(): {
  readonly isWorking: boolean;
  /** A sentence; null when nothing went wrong. */
  readonly problem: string | null;
  /** True when everything is as the form says. */
  save(form: LiveRoomForm): Promise<boolean>;
} {
  const i18n = useI18n();
  const run = useCommand();
  const show = useShow();
  const [isWorking, setIsWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function saveShow({ title: typed, currency, isRehearsal }: LiveRoomForm) {
    const title = typed.trim();
    if (show === null) {
      const origin = isRehearsal ? 'rehearsal' : 'live';
      return run('show.create', { title, origin, currency });
    }
    return run('show.edit', { title, currency });
  }

  /** The channel of the show before is still there: then there is nothing to do. */
  async function saveSource(form: LiveRoomForm): Promise<string | null> {
    const channel = channelName(form.channel);
    const { added } = useSetUpDraft.getState();
    if (added !== null && added.channel !== channel) {
      await run('source.remove', { sourceId: added.sourceId });
      useSetUpDraft.setState({ added: null });
    }
    if (channel === '' || added?.channel === channel) return null;
    const address = form.address.trim() === '' ? null : form.address.trim();
    const source = await run('source.add', { connector: TWITCH_CONNECTOR, channel, address });
    if (source.ok) {
      useSetUpDraft.setState({ added: { sourceId: source.value.sourceId, channel } });
      return null;
    }
    if (source.error.code === 'source_exists') return null;
    return i18n.t('setUp.sourceFailed', { reason: errorMessage(i18n, source.error) });
  }

  async function make(form: LiveRoomForm): Promise<string | null> {
    const saved = await saveShow(form);
    if (!saved.ok) return i18n.t('setUp.failed', { reason: errorMessage(i18n, saved.error) });
    return saveSource(form);
  }

  async function save(form: LiveRoomForm): Promise<boolean> {
    setIsWorking(true);
    const found = await make(form);
    setProblem(found);
    setIsWorking(false);
    return found === null;
  }

  return { isWorking, problem, save };
}
