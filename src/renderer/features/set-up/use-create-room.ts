import { useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { channelName, type LiveRoomForm } from './live-room-form.ts';

const TWITCH_CONNECTOR = 'twitch-irc';

/** Makes the show, then its source. A source that is refused leaves the show and says so. */
export function useCreateRoom(): {
  readonly isWorking: boolean;
  /** A sentence; null when nothing went wrong. */
  readonly problem: string | null;
  create(form: LiveRoomForm): Promise<void>;
} {
  const i18n = useI18n();
  const run = useCommand();
  const [isWorking, setIsWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function make(form: LiveRoomForm): Promise<string | null> {
    const show = await run('show.create', {
      title: form.title.trim(),
      origin: form.isRehearsal ? 'rehearsal' : 'live',
      currency: form.currency,
    });
    if (!show.ok) return i18n.t('setUp.failed', { reason: errorMessage(i18n, show.error) });
    const channel = channelName(form.channel);
    if (channel === '') return null;
    const source = await run('source.add', {
      connector: TWITCH_CONNECTOR,
      channel,
      address: form.address.trim() === '' ? null : form.address.trim(),
    });
    // The channel of the show before is still there: nothing to do.
    if (source.ok || source.error.code === 'source_exists') return null;
    return i18n.t('setUp.sourceFailed', { reason: errorMessage(i18n, source.error) });
  }

  async function create(form: LiveRoomForm): Promise<void> {
    setIsWorking(true);
    setProblem(await make(form));
    setIsWorking(false);
  }

  return { isWorking, problem, create };
}
