import { act } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { useAlertSignals } from '#renderer/features/alerts/use-alert-signals.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { FIRST_ALERT_SETTINGS } from '#shared/model/alert-rule.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleAlerts } from '#tests/support/sample-alerts.ts';

useSampleTime();

/** The system's notices, as a page sees them. */
class Notice {
  static permission = 'granted';
  static shown: Notice[] = [];
  onclick: (() => void) | null = null;
  readonly title: string;
  readonly options: NotificationOptions;
  constructor(title: string, options: NotificationOptions) {
    this.title = title;
    this.options = options;
    Notice.shown.push(this);
  }
}

beforeEach(() => {
  Notice.permission = 'granted';
  Notice.shown = [];
  vi.stubGlobal('Notification', Notice);
});

function Signals(): null {
  useAlertSignals();
  return null;
}

const { alerts } = sampleAlerts();
const newest = alerts.at(-1);
if (newest === undefined) throw new Error('the sample has alerts');
type Alert = (typeof alerts)[number];
const later: Alert = { ...newest, seq: newest.seq + 100, answer: null };

function desk(hasNotice: boolean): DeskUnderTest {
  const own = { ...FIRST_ALERT_SETTINGS, hasNotice };
  const settings = { ...NO_SETTINGS, alerts: own, damaged: null };
  return renderDesk(<Signals />, { language: 'en', slices: { settings } });
}
const comes = (under: DeskUnderTest, alert = later): void =>
  under.change({ alerts: { ...sampleAlerts(), alerts: [...alerts, alert] } });

describe('a notice of the system', () => {
  test('comes for a new alert where it was chosen, without a sound, and leads to the alerts', () => {
    const under = desk(true);
    expect(Notice.shown).toEqual([]);
    comes(under);
    const [notice] = Notice.shown;
    expect(notice?.title).toBe('Alerts');
    expect(notice?.options).toMatchObject({ silent: true, tag: 'cuedesk-alert' });
    expect(notice?.options.body).not.toBe('');
    const focus = vi.spyOn(window, 'focus').mockReturnValue();
    act(() => notice?.onclick?.());
    expect(focus).toHaveBeenCalledOnce();
    expect(useDeskStore.getState().cueTab).toBe('alerts');
  });

  test('comes once, and for none that is answered already', () => {
    const under = desk(true);
    comes(under);
    comes(under);
    comes(under, { ...later, seq: later.seq + 1, answer: 'seen' });
    expect(Notice.shown).toHaveLength(1);
  });

  test('comes neither unchosen nor where the system does not let it', () => {
    comes(desk(false));
    Notice.permission = 'denied';
    comes(desk(true));
    expect(Notice.shown).toEqual([]);
  });
});
