import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { OutletsSheet } from '#renderer/features/outlets/OutletsSheet.tsx';
import { OutletId } from '#shared/model/ids.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleActs } from '#tests/support/sample-acts.ts';
import { sampleOutput } from '#tests/support/sample-outputs.ts';
import { sampleSlices, sampleSource } from '#tests/support/sample-snapshot.ts';
import type { SliceInputs } from '#tests/support/sample-room.ts';

useSampleTime();

type Outlet = SliceInputs['outlets']['outlets'][number];

const OBS: Outlet = {
  id: 4,
  name: 'Studio OBS',
  isOn: true,
  isInShow: true,
  hasSecret: false,
  config: {
    kind: 'obs',
    address: 'ws://127.0.0.1:4455',
    showScene: 'Stage',
    showSource: 'Card',
    switchScene: '',
    textSource: 'Price',
    textTemplate: '{price}',
    microphone: '',
    voiceAboveDb: -40,
  },
  can: { list: true, unpush: 'always', update: true, watch: true, confirmedBy: 'answer' },
  link: { state: 'failed', reason: 'password_missing' },
};

function open(outlets: readonly Outlet[]): DeskUnderTest {
  return renderDesk(<OutletsSheet onClose={() => undefined} />, {
    language: 'en',
    slices: {
      outlets: { outlets: [...outlets], overrides: [] },
      sources: {
        ...sampleSlices('en').sources,
        sources: [sampleSource({ id: 2, channel: 'mei_live', acts: sampleActs() })],
      },
    },
  });
}

const field = (name: string) => screen.getByRole('textbox', { name });
const choose = async (desk: DeskUnderTest, name: string, option: string) =>
  desk.user.selectOptions(screen.getByRole('combobox', { name }), option);

describe('the places a pin goes to', () => {
  test('none: says so, and a chat line is added with its template', async () => {
    const desk = open([]);
    expect(screen.getByText('No other places yet.')).toBeTruthy();
    await desk.user.type(field('Name'), 'Mei’s chat');
    await choose(desk, 'Source', 'mei_live');
    await desk.user.click(screen.getByRole('button', { name: 'Add' }));
    const config = { kind: 'chat', sourceId: 2, template: 'Link {link}: {name}, {price}' };
    expect(desk.sent()).toEqual([
      { name: 'outlet.put', input: { outletId: null, name: 'Mei’s chat', config } },
    ]);
  });

  test('what is missing is said beside its field, and nothing is sent', async () => {
    const desk = open([]);
    await choose(desk, 'Kind', 'Webhook');
    await desk.user.click(screen.getByRole('button', { name: 'Add' }));
    expect(desk.sent()).toEqual([]);
    expect(field('Name').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Not a whole address')).toBeTruthy();
  });

  test('what the core refuses is said beside the field it names', async () => {
    const desk = open([]);
    await desk.user.type(field('Name'), 'Chat');
    await choose(desk, 'Source', 'mei_live');
    await desk.user.type(field('Text'), ' {{cost}');
    await desk.user.click(screen.getByRole('button', { name: 'Add' }));
    await desk.refuse('outlet.put', 'outlet_refused', { what: 'template', given: '{cost}' });
    expect(screen.getByText('There is no variable {cost}')).toBeTruthy();
  });

  test('an OBS says why it is not reached, takes its password, and forgets what was typed', async () => {
    const desk = open([OBS]);
    const card = within(screen.getByRole('list', { name: 'Places a pin goes to' }));
    expect(card.getByText('not usable: needs a password')).toBeTruthy();
    expect(card.getByText('ws://127.0.0.1:4455 · Stage › Card · Price: {price}')).toBeTruthy();
    await desk.user.click(card.getByText(/^Password/, { selector: 'summary' }));
    const password = card.getByLabelText('Password');
    await desk.user.type(password, 'sesame');
    await desk.user.click(card.getByRole('button', { name: 'Save password' }));
    await desk.reply('outlet.setSecret', {});
    expect(desk.sent()).toEqual([
      { name: 'outlet.setSecret', input: { outletId: 4, secret: 'sesame' } },
    ]);
    expect(password).toHaveProperty('value', '');
  });

  test('is left out of this show alone, with the way back beside it', async () => {
    const desk = open([OBS]);
    const inShow = (): HTMLElement =>
      screen.getByRole('checkbox', { name: 'Studio OBS gets pins in this show' });
    expect(inShow()).toHaveProperty('checked', true);
    await desk.user.click(inShow());
    act(() => desk.change({ outlets: { outlets: [{ ...OBS, isInShow: false }], overrides: [] } }));
    expect(inShow()).toHaveProperty('checked', false);
    await desk.user.click(screen.getByRole('button', { name: 'Undo' }));
    act(() => desk.change({ outlets: { outlets: [OBS], overrides: [] } }));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(desk.sent()).toEqual([
      { name: 'outlet.setInShow', input: { outletId: 4, isIn: false } },
      { name: 'outlet.setInShow', input: { outletId: 4, isIn: true } },
    ]);
  });

  test('without a show there is none to leave it out of', () => {
    const outlets = { outlets: [OBS], overrides: [] };
    const show = { ...sampleSlices('en').show, show: null };
    renderDesk(<OutletsSheet onClose={() => undefined} />, {
      language: 'en',
      slices: { outlets, show },
    });
    expect(screen.queryByRole('checkbox', { name: /in this show/ })).toBeNull();
  });

  test('is switched off, and decided otherwise for one product', async () => {
    const desk = open([OBS]);
    await desk.user.click(screen.getByRole('checkbox', { name: 'Studio OBS is on' }));
    await desk.user.click(screen.getByText('Single products'));
    await choose(desk, 'Studio OBS', 'Never');
    expect(desk.sent()).toEqual([
      { name: 'outlet.setOn', input: { outletId: 4, isOn: false } },
      { name: 'outlet.setOnFor', input: { outletId: 4, productId: 1, isOn: false } },
    ]);
  });
});

test('an OBS that is on has every figure of its stream on its card', () => {
  renderDesk(<OutletsSheet onClose={() => undefined} />, {
    language: 'en',
    slices: {
      outlets: { outlets: [{ ...OBS, link: { state: 'ready', reason: null } }], overrides: [] },
      outputs: {
        outputs: [
          sampleOutput({ outletId: OutletId.parse(4), state: 'bad', cause: 'network', kbps: 0 }),
        ],
      },
    },
  });
  const figures = screen.getByRole('region', { name: 'Figures of the stream' });
  expect(within(figures).getByText(/goes out badly: the line takes less/)).toBeTruthy();
  const said = within(figures)
    .getAllByRole('term')
    .map((term) => `${term.textContent} ${term.nextElementSibling?.textContent}`);
  expect(said).toContain('Bitrate 0 kb/s');
  expect(said).toContain('Dropped frames of this stream 3 of 54,000');
  expect(said).toContain('Microphone Mic \u221220 dB');
});
