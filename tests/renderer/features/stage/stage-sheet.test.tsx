import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { StageSheet } from '#renderer/features/stage/StageSheet.tsx';
import { CallBand } from '#renderer/features/top-bar/CallBand.tsx';
import { CuePanel } from '#renderer/features/cues/CuePanel.tsx';
import { NO_STAGE } from '#shared/model/stage.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';
import { SAMPLE_NOW, sampleSlices } from '#tests/support/sample-snapshot.ts';

useSampleTime();
beforeEach(stubLayout);

type Stage = SliceInputs['stage'];
const stage = (part: Partial<Stage>): Stage => ({ ...NO_STAGE, ...part });
const MINUTE = 60_000;
const anchorScreen = (isConnected: boolean): SliceInputs['screens'] => ({
  ...sampleSlices('en').screens,
  screens: [
    {
      id: 3,
      role: 'anchor',
      trade: null,
      name: 'iPad',
      isConnected,
      lastSeenTs: SAMPLE_NOW,
      pairedTs: SAMPLE_NOW,
    },
  ],
});

function sheet(slices: Partial<SliceInputs>): DeskUnderTest {
  return renderDesk(<StageSheet onClose={() => undefined} />, { language: 'en', slices });
}
const press = (desk: DeskUnderTest, name: RegExp | string): Promise<void> =>
  desk.user.click(screen.getByRole('button', { name }));
const names = (desk: DeskUnderTest): readonly string[] => desk.sent().map(({ name }) => name);

describe('the prompter on the desk', () => {
  test('is run, paced, taken back and told that the price was said', async () => {
    const desk = sheet({ stage: stage({}), screens: anchorScreen(true) });
    await press(desk, /^Run/);
    await press(desk, 'Faster');
    await press(desk, 'Slower');
    await press(desk, 'To the start');
    await press(desk, 'The price was said');
    expect(desk.sent().slice(0, 3)).toEqual([
      { name: 'prompter.run', input: { isRunning: true } },
      { name: 'prompter.pace', input: { pace: 240 } },
      { name: 'prompter.pace', input: { pace: 200 } },
    ]);
    expect(names(desk).slice(3)).toEqual(['prompter.move', 'prompter.priceSaid']);
  });

  test('says which screen shows what, and whether it is in sight', () => {
    const sights = [{ screenId: 3, view: 'prompter' as const, isVisible: false }];
    sheet({ stage: stage({ sights }), screens: anchorScreen(true) });
    const line = screen.getByRole('listitem').textContent;
    expect(line).toBe('iPadPrompterNot in front');
    expect(screen.getByText(/1 screen shows the prompter/).textContent).not.toBe('');
  });

  test('has nothing to prompt without a product and a script', () => {
    const { shelf, blocks } = sampleSlices('en');
    sheet({
      stage: stage({}),
      shelf: { ...shelf, current: null },
      blocks: { ...blocks, currentId: null },
      screens: anchorScreen(false),
    });
    expect(screen.queryByRole('button', { name: /^Run/ })).toBeNull();
    expect(screen.getByText(/there is nothing to prompt/).textContent).not.toBe('');
    expect(screen.getByText('No host’s screen is connected.').textContent).not.toBe('');
  });
});

describe('the host’s load', () => {
  test('says what is known, a dash where nothing measures it, and proposes a rest when it is due', () => {
    const load: Stage['load'] = {
      breaks: [{ fromTs: SAMPLE_NOW - 60 * MINUTE, toTs: SAMPLE_NOW - 50 * MINUTE }],
      sinceTs: SAMPLE_NOW - 50 * MINUTE,
      offMs: 10 * MINUTE,
      restingSeq: null,
      talk: null,
      moods: [{ seq: 9, ts: SAMPLE_NOW - MINUTE, mood: 2 }],
    };
    sheet({ stage: stage({ load }) });
    expect(screen.getByText(/has been on for 00:50:00/).textContent).not.toBe('');
    expect(screen.getByText('1, 00:10:00 in all').textContent).not.toBe('');
    expect(screen.getByText(/no microphone is listened to/).textContent).not.toBe('');
    expect(screen.getByText(/2\/5/).textContent).not.toBe('');
  });

  test('says how long a voice was heard, and of how much that is', () => {
    const talk = { measuredMs: 40 * MINUTE, talkedMs: 30 * MINUTE };
    sheet({ stage: stage({ load: { ...NO_STAGE.load, talk } }) });
    const fact = screen.getByText('Talking').nextElementSibling;
    expect(fact?.textContent).toBe('00:30:00 75% of 00:40:00 with a microphone');
  });

  test('a rest begins and ends here too', async () => {
    const desk = sheet({ stage: stage({}) });
    await press(desk, 'Begin a rest');
    desk.change({ stage: stage({ load: { ...NO_STAGE.load, restingSeq: 7 } }) });
    await press(desk, 'Rested');
    expect(names(desk)).toEqual(['rest.begin', 'rest.end']);
  });
});

describe('a call for help', () => {
  const call = (seq: number, reason: 'water' | 'stop', answeredTs: number | null) => ({
    seq,
    reason,
    screenId: 3,
    askedTs: SAMPLE_NOW - 5_000,
    answeredTs,
  });

  test('stands over the desk until a key says that it is seen to, the oldest first', async () => {
    const calls = [call(5, 'water', null), call(6, 'stop', null)];
    const desk = renderDesk(<CallBand />, { language: 'en', slices: { stage: stage({ calls }) } });
    const band = screen.getByRole('alert');
    expect(within(band).getByText('Host: Water').textContent).not.toBe('');
    expect(within(band).getByText('1 more').textContent).not.toBe('');
    await desk.user.keyboard('e');
    expect(desk.sent()).toEqual([{ name: 'help.answer', input: { seq: 5 } }]);
    desk.change({
      stage: stage({ calls: [call(6, 'stop', SAMPLE_NOW), call(5, 'water', SAMPLE_NOW)] }),
    });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a cue that is not seen', () => {
  const cue = {
    id: 90,
    kind: 'free' as const,
    text: 'Slower',
    sentTs: SAMPLE_NOW,
    state: 'sent' as const,
    shownDelayMs: null,
    doneDelayMs: null,
  };
  function panel(isConnected: boolean, sights: Stage['sights']): DeskUnderTest {
    const { cues } = sampleSlices('en');
    return renderDesk(<CuePanel alerts={null} />, {
      language: 'en',
      slices: {
        cues: { ...cues, current: cue, sent: [cue] },
        screens: anchorScreen(isConnected),
        stage: stage({ sights }),
      },
    });
  }

  test('is said after the seconds of the settings, and the screen can be flashed', async () => {
    const desk = panel(true, [{ screenId: 3, view: 'cue', isVisible: true }]);
    expect(screen.queryByText('Not seen')).toBeNull();
    await desk.pass(6_000);
    expect(screen.getByText('Not seen').textContent).not.toBe('');
    await press(desk, 'Flash the screen');
    expect(desk.sent()).toEqual([{ name: 'cue.flash', input: { cueId: 90 } }]);
  });

  test('says why: no screen, or none that is in front', async () => {
    const desk = panel(false, []);
    await desk.pass(6_000);
    expect(screen.getByText('No host’s screen is connected').textContent).not.toBe('');
    expect(screen.queryByRole('button', { name: 'Flash the screen' })).toBeNull();
    desk.change({
      screens: anchorScreen(true),
      stage: stage({ sights: [{ screenId: 3, view: 'cue', isVisible: false }] }),
    });
    expect(screen.getByText('The screen is locked or not in front').textContent).not.toBe('');
  });
});
