import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { thereText } from '#renderer/i18n/there-text.ts';
import { alertName } from '#renderer/ui/alert-name.ts';
import { blockName } from '#renderer/ui/block-name.ts';
import { platformName } from '#renderer/ui/platform-name.ts';
import { promiseText } from '#renderer/ui/promise-text.ts';
import type { OnDuty } from '#shared/model/assistant.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { priceLadder } from '#shared/rules/price-ladder.ts';
import {
  forbidden,
  onNow,
  openProblems,
  promised,
  unanswered,
  type HandoverRoom,
} from '#shared/rules/team/handover.ts';

/** One part of the card, with the words it has where there is nothing to say. */
export interface HandoverSection {
  readonly key: 'now' | 'promised' | 'unanswered' | 'forbidden' | 'problems';
  readonly title: string;
  /** Empty: `none` is said instead. */
  readonly lines: readonly string[];
  readonly none: string;
}

/** Questions in their own words, those that most people ask; the count says the rest. */
const QUESTIONS_NAMED = 5;

interface Around {
  /** Banned claims by product; null while they are being read. */
  readonly claimsOf: ReadonlyMap<number, readonly string[]> | null;
  /** UTC milliseconds of the core's clock. */
  readonly wallNow: number;
}

/** The whole hand-over card, section by section, in the words it has on screen and when copied. */
export function handoverSections(
  i18n: I18n,
  room: HandoverRoom,
  { claimsOf, wallNow }: Around,
): readonly HandoverSection[] {
  const { t } = i18n;
  const owed = unanswered(room);
  const lines = {
    now: nowLines(i18n, room),
    promised: promisedLines(i18n, room),
    unanswered: owed === null ? [] : owedLines(i18n, owed),
    forbidden: claimsOf === null ? [] : forbiddenLines(i18n, room, claimsOf),
    problems: problemLines(i18n, room, wallNow),
  };
  const isUnknown = { unanswered: owed === null, forbidden: claimsOf === null };
  return (['now', 'promised', 'unanswered', 'forbidden', 'problems'] as const).map((key) => ({
    key,
    title: t(`handover.${key}`),
    lines: lines[key],
    none: t(
      key in isUnknown && isUnknown[key as keyof typeof isUnknown]
        ? 'handover.unknown'
        : `handover.none.${key}`,
    ),
  }));
}

/** The card as text, for a chat or a sheet of paper. */
export function handoverText(
  { t, format }: I18n,
  sections: readonly HandoverSection[],
  duty: OnDuty | null,
): string {
  const head =
    duty === null
      ? t('handover.title')
      : `${t('handover.title')} · ${t('handover.onDuty', { name: duty.name, time: format.time(duty.sinceTs, null) })}`;
  const parts = sections.map(({ title, lines, none }) =>
    [title, ...(lines.length === 0 ? [none] : lines).map((line) => `- ${line}`)].join('\n'),
  );
  return [head, ...parts].join('\n\n');
}

function linked({ t }: I18n, { linkNumber: number, name }: ShelfItem): string {
  return t('handover.link', { number, name });
}

function nowLines(i18n: I18n, room: HandoverRoom): readonly string[] {
  const { t, format } = i18n;
  const { block, product, rotation } = onNow(room);
  const lines: string[] = [];
  if (block !== null) {
    const since = block.startedTs === null ? '—' : format.time(block.startedTs, null);
    const role = t(`blocks.role.${block.role}`);
    lines.push(t('handover.block', { block: blockName(block, role), since }));
  }
  if (product !== null) {
    const { item, sinceTs } = product;
    const { nowMinor, isCoupon } = priceLadder(item);
    const price =
      nowMinor === null
        ? '—'
        : format.money(nowMinor, item.currency, currencyExponent(item.currency));
    lines.push(
      t(isCoupon ? 'handover.productCoupon' : 'handover.product', {
        product: linked(i18n, item),
        price,
        since: format.time(sinceTs, null),
      }),
    );
  }
  if (rotation !== null) {
    const next = rotation.next === null ? '—' : linked(i18n, rotation.next);
    lines.push(t(`handover.rotation.${rotation.state}`, { next }));
  }
  return lines;
}

function promisedLines(i18n: I18n, room: HandoverRoom): readonly string[] {
  const { t, format } = i18n;
  const { promises, cue, giveaways } = promised(room);
  return [
    ...promises.map(({ promise, item }) => {
      const words = promiseText(i18n, promise, item?.currency ?? '');
      const due =
        promise.dueTs === null ? '' : t('handover.due', { time: format.time(promise.dueTs, null) });
      return [item === null ? '' : linked(i18n, item), words, due]
        .filter((part) => part !== '')
        .join(t('common.separator'));
    }),
    ...(cue === null ? [] : [t(`handover.cue.${cue.state}`, { text: cue.text })]),
    ...giveaways.map(({ title, startedTs }) =>
      t(startedTs === null ? 'handover.giveawayPlanned' : 'handover.giveawayRuns', { title }),
    ),
  ];
}

function owedLines(
  { t, tn }: I18n,
  { debt, questions }: NonNullable<ReturnType<typeof unanswered>>,
): readonly string[] {
  if (debt === 0) return [];
  return [
    tn('handover.debt', debt),
    ...questions
      .slice(0, QUESTIONS_NAMED)
      .map(({ text, people }) => t('handover.question', { text, people })),
  ];
}

function forbiddenLines(
  i18n: I18n,
  room: HandoverRoom,
  claimsOf: ReadonlyMap<number, readonly string[]>,
): readonly string[] {
  const { t } = i18n;
  const { claims, words } = forbidden(room, claimsOf);
  const list = (all: readonly string[]): string => all.join(t('common.listSeparator'));
  return [
    ...claims.map(({ item, claims: said }) =>
      t('handover.claims', { product: linked(i18n, item), claims: list(said) }),
    ),
    ...(words.length === 0 ? [] : [t('handover.words', { words: list(words) })]),
  ];
}

function problemLines(i18n: I18n, room: HandoverRoom, wallNow: number): readonly string[] {
  const { t, format } = i18n;
  const open = openProblems(room, wallNow);
  return [
    ...open.assistants.map(({ trade, name, text, ts }) =>
      t(text === '' ? 'team.problemBare' : 'team.problem', {
        trade: t(`assistant.trade.${trade}`),
        name,
        text,
        clock: format.time(ts, null),
      }),
    ),
    ...open.warnings.map(({ platform, text, ts }) =>
      t('handover.warning', {
        platform: platform === null ? t('warning.otherPlatform') : platformName(i18n, platform),
        text,
        time: format.time(ts, null),
      }),
    ),
    ...open.alerts.map(({ name, ruleId, ts }) =>
      t('handover.alert', { name: alertName(i18n, name ?? ruleId), time: format.time(ts, null) }),
    ),
    ...open.sources.map(({ source, condition }) =>
      t(condition === 'silent' ? 'handover.sourceSilent' : 'handover.sourceLost', {
        source: `${platformName(i18n, source.platform)} ${source.channel}`,
      }),
    ),
    ...open.outlets.map(({ name }) => t('handover.outletLost', { name })),
    ...open.targets.map(({ target, name }) =>
      t('handover.targetFailed', { name: name === '' ? t(`push.target.${target}`) : name }),
    ),
    ...open.changed.map(({ name, there }) =>
      t('handover.targetChanged', { name, there: there === null ? '' : thereText(i18n, there) }),
    ),
  ];
}
