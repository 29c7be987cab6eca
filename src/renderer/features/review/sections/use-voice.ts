import { useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { ReviewVoice } from '#shared/model/review-voice.ts';
import type { Review } from '#shared/model/review.ts';

export type VoiceLoad =
  | { readonly state: 'reading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly voice: ReviewVoice };

/** What viewers said, which is read while the review is looked at. */
export function useVoice({ show, totals }: Review): VoiceLoad {
  const run = useCommand();
  const [answered, setAnswered] = useState<{ showId: number; load: VoiceLoad } | null>(null);
  const hasChat = totals.chats.known;
  useEffect(() => {
    if (!hasChat) return undefined;
    let isCurrent = true;
    void run('review.voice', { showId: show.id }).then((result) => {
      if (!isCurrent) return;
      const load: VoiceLoad = result.ok
        ? { state: 'ready', voice: result.value }
        : { state: 'failed' };
      setAnswered({ showId: show.id, load });
    });
    return () => {
      isCurrent = false;
    };
  }, [run, show.id, hasChat]);
  return answered?.showId === show.id ? answered.load : { state: 'reading' };
}
