import { useEffect, useRef } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useAlerts, useSettings } from '#renderer/store/selectors.ts';

import { headline } from './alert-text.ts';

const TONE_HZ = 660;
const TONE_SECONDS = 0.18;
const TONE_GAIN = 0.08;

/** A short tone and a notification of the system for alerts that are new to this window, where chosen. */
export function useAlertSignals(): void {
  const i18n = useI18n();
  const { alerts } = useAlerts();
  const settings = useSettings()?.alerts;
  const showCueTab = useDeskStore((desk) => desk.showCueTab);
  const known = useRef<number | null>(null);
  const newest = alerts.at(-1);

  useEffect(() => {
    const before = known.current;
    known.current = newest?.seq ?? before ?? 0;
    // What was there when the window opened is no news.
    if (before === null || newest === undefined || newest.seq <= before) return;
    if (newest.answer !== null || settings === undefined) return;
    if (settings.hasSound) playTone();
    if (settings.hasNotice && Notification.permission === 'granted') {
      // The same tag: a new one takes the place of the one before.
      const notice = new Notification(i18n.t('alerts.tab'), {
        body: headline(i18n, newest),
        tag: 'cuedesk-alert',
        silent: true,
      });
      notice.onclick = () => {
        window.focus();
        showCueTab('alerts');
      };
    }
  }, [newest, settings, i18n, showCueTab]);
}

/** Made for each tone: a browser lets a page keep only a few. */
function playTone(): void {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const gain = audio.createGain();
  tone.frequency.value = TONE_HZ;
  gain.gain.setValueAtTime(TONE_GAIN, audio.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + TONE_SECONDS);
  tone.connect(gain).connect(audio.destination);
  tone.onended = () => void audio.close();
  tone.start();
  tone.stop(audio.currentTime + TONE_SECONDS);
}
