import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { MetricStrip } from '#renderer/features/metrics/MetricStrip.tsx';
import type { UsualNow } from '#shared/model/alert.ts';
import { NO_SETTINGS, type SettingsChange } from '#shared/model/settings.ts';
import type { HeldTarget } from '#shared/model/show-target.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleAlerts, SAMPLE_USUAL } from '#tests/support/sample-alerts.ts';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW, sampleMetrics, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const STRIP = (
  <DeskActionsProvider>
    <MetricStrip />
  </DeskActionsProvider>
);
const HOUR = 3_600_000;
const target = (name: HeldTarget['name'], value: number, currency = 'CNY'): HeldTarget => ({
  name,
  value,
  currency,
  how: 'typed',
  seq: 5,
  setTs: SAMPLE_NOW,
});

interface Given {
  readonly language?: 'zh-CN' | 'en';
  readonly targets?: readonly HeldTarget[];
  readonly settings?: SettingsChange;
  readonly metrics?: Partial<NonNullable<SliceInputs['metrics']>>;
  readonly hasUsual?: boolean;
  readonly hasBlocks?: boolean;
  readonly wholeShow?: UsualNow['wholeShow'];
}

function open(given: Given): void {
  const { language = 'en', targets = [], settings = {}, metrics = {}, hasUsual = false } = given;
  const { wholeShow } = given;
  const usual = { ...SAMPLE_USUAL, wholeShow: wholeShow ?? {} };
  const slices: Partial<SliceInputs> = {
    targets: { targets: [...targets] },
    settings: { ...NO_SETTINGS, ...settings, damaged: null },
    metrics: { ...sampleMetrics(), ...metrics },
    alerts: { ...sampleAlerts(), usual: hasUsual || wholeShow ? usual : null },
    ...(given.hasBlocks === true ? {} : { blocks: { blocks: [], currentId: null } }),
  };
  renderWithRoom(STRIP, { language, snapshot: sampleSnapshot({ language, slices }) });
}

const tile = (name: string) => screen.getByRole('listitem', { name });
/** The line under the figure; the room kept for what does not fit is none of it. */
const note = (name: string) => tile(name).querySelector(':scope > p')?.textContent;
function detail(name: string): string {
  act(() => within(tile(name)).getByRole('button').focus());
  return tile(name).textContent ?? '';
}
const known = (value: number, without: string[] = []) => ({
  known: true as const,
  value,
  isApprox: false,
  without,
});

describe('what a tile is compared to', () => {
  test('a total’s target is held against an even pace, in words', () => {
    open({
      targets: [target('ordersPaid', 800), target('onAir', 3 * 3_600)],
      metrics: { ordersPaid: known(300), onAirMs: 1.2 * HOUR },
    });
    expect(note('Paid orders')).toContain('behind · target 800');
    const whole = detail('Paid orders');
    expect(whole).toContain('Target of this show: 800 by the end');
    expect(whole).toContain('300 of 800, 37.5%');
    expect(whole).toContain('At this minute 320 would be even pace (1:12:00 of 3:00:00 on air)');
    expect(whole).toContain('Compared to the show’s target; without one');
  });

  test('without a planned length it is only so much of so much', () => {
    open({ targets: [target('ordersPaid', 800)], metrics: { ordersPaid: known(300) } });
    expect(note('Paid orders')).toBe('37.5% of 800');
    expect(detail('Paid orders')).toContain('How long the show is planned to be is not known');
  });

  test('the run of show is a plan too, and a target that is reached stays so', () => {
    open({ hasBlocks: true, targets: [target('follows', 200)], metrics: { follows: known(318) } });
    expect(note('Follows')).toContain('reached · target 200');
    expect(detail('Follows')).toContain('would be even pace');
  });

  test('the target comes before the median, the median before the preset', () => {
    const settings: SettingsChange = { category: 'apparel' };
    const metrics = { entries5Min: known(90) };
    open({ settings, metrics, hasUsual: true, targets: [target('entries5Min', 80)] });
    expect(note('Entries / 5 min')).toContain('met · target ≥ 80');
  });

  test('from three shows on the median takes the preset’s place, and says low', () => {
    open({
      settings: { category: 'apparel' },
      metrics: { entries5Min: known(1_200) },
      hasUsual: true,
    });
    expect(note('Entries / 5 min')).toContain('low, −50% · 5 shows');
    expect(detail('Entries / 5 min')).not.toContain('Preset for');
  });

  test('a rate is held against whole shows, as its preset was until there were three', () => {
    const settings: SettingsChange = { tiles: ['gpm'], category: 'apparel' };
    const gpm = { median: 150_000, low: 140_000, high: 180_000, shows: 4 };
    const bySource = sampleMetrics().bySource.slice(0, 2);
    open({ settings, metrics: { bySource }, wholeShow: { gpm } });
    expect(note('GPM')).toContain('low, −9% · 4 shows');
    const whole = detail('GPM');
    expect(whole).toContain(
      'Median of your own 4 past shows as they ended: ¥1,500; half lie between ¥1,400 and ¥1,800',
    );
    expect(whole).not.toContain('Preset for');
  });

  test('else the category’s preset, with its source, as a preset and no fact', () => {
    open({ settings: { category: 'apparel' }, metrics: { entries5Min: known(90) } });
    expect(note('Entries / 5 min')).toContain('below · preset ≥ 100');
    expect(detail('Entries / 5 min')).toContain(
      'Preset for Apparel: ≥ 100, from 518wcb.com/7918, natural traffic. A practitioners’ preset, not a fact of any platform',
    );
  });

  test('in Chinese too, and one’s own number names the product’s', () => {
    open({
      language: 'zh-CN',
      settings: {
        category: 'apparel',
        tiles: ['averageWatch', 'gpm'],
        presets: { apparel: { averageWatch: 60 } },
      },
      metrics: { bySource: sampleMetrics().bySource.slice(0, 2) },
    });
    // Twitch tells no viewers: the figure is whole without it, and says so where there is room.
    expect(note('平均停留时长')).toContain('达标 · 参考 ≥1:00 · 不含Twitch');
    expect(detail('平均停留时长')).toContain(
      '你自己给服饰定的参考值 ≥1:00（原为 ≥0:45，来源 518wcb.com/7909）；是参考，不是平台标准',
    );
  });

  test('a preset that is switched off compares nothing', () => {
    open({
      settings: { category: 'apparel', presets: { apparel: { entries5Min: null } } },
      metrics: { entries5Min: known(90) },
    });
    expect(tile('Entries / 5 min').textContent).not.toContain('preset');
  });

  test('what is unknown stays a dash, and what leaves a source out is compared to nothing', () => {
    open({
      targets: [target('viewersPeak', 2_000), target('ordersPaid', 800)],
      metrics: {
        viewersPeak: known(900, ['kuaishou']),
        ordersPaid: { known: false, reason: 'source_cannot' },
      },
    });
    expect(tile('Viewers').textContent).not.toContain('target');
    expect(note('Paid orders')).toBe('not given here');
    expect(within(tile('Paid orders')).getByText('—')).toBeTruthy();
    expect(detail('Paid orders')).toContain('compared to nothing now');
  });

  test('the peak’s target stands in the tile of the viewers, the tile’s own comes before it', () => {
    open({ targets: [target('viewersPeak', 2_000)], metrics: { viewersPeak: known(1_500) } });
    expect(note('Viewers')).toBe('75% of 2,000');
  });

  test('a large sum is short in the tile and whole in its details', () => {
    open({ targets: [target('paid', 8_000_000)], hasBlocks: true, metrics: { onAirMs: HOUR } });
    expect(note('Paid')).toContain('target ¥80K');
    expect(detail('Paid')).toContain('Target of this show: ¥80,000 by the end');
  });

  test('while nobody knows the viewers, the tile says why and not how the peak stands', () => {
    open({
      targets: [target('viewersPeak', 2_000)],
      metrics: { viewers: { known: false, reason: 'source_silent' }, viewersPeak: known(1_500) },
    });
    expect(tile('Viewers').textContent).not.toContain('2,000');
  });

  test('money of another currency is no target of this show', () => {
    open({ targets: [target('paid', 100_000, 'USD')] });
    expect(tile('Paid').textContent).not.toContain('target');
  });
});
