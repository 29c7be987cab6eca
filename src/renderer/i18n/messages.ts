import { aboutEn } from './en/about.ts';
import { actsEn } from './en/acts.ts';
import { anchorEn } from './en/anchor.ts';
import { assistantEn } from './en/assistant.ts';
import { blocksEn } from './en/blocks.ts';
import { catalogueEn } from './en/catalogue.ts';
import { chartEn } from './en/chart.ts';
import { chatEn } from './en/chat.ts';
import { commonEn } from './en/common.ts';
import { triggersEn } from './en/triggers.ts';
import { cuesEn } from './en/cues.ts';
import { libraryEn } from './en/library.ts';
import { liftEn } from './en/lift.ts';
import { answersEn } from './en/answers.ts';
import { thanksEn } from './en/thanks.ts';
import { dataEn } from './en/data.ts';
import { deskEn } from './en/desk.ts';
import { errorsEn } from './en/errors.ts';
import { exportsEn } from './en/exports.ts';
import { figuresEn } from './en/figures.ts';
import { benefitsEn } from './en/benefits.ts';
import { screeningEn } from './en/screening.ts';
import { commerceEn } from './en/commerce.ts';
import { importedEn } from './en/imported.ts';
import { groupsEn } from './en/groups.ts';
import { goalsEn } from './en/goals.ts';
import { findingsEn } from './en/findings.ts';
import { findingCardsEn } from './en/finding-cards.ts';
import { improvementsEn } from './en/improvements.ts';
import { imagesEn } from './en/images.ts';
import { handoverEn } from './en/handover.ts';
import { inputEn } from './en/input.ts';
import { keysEn } from './en/keys.ts';
import { metricDetailEn } from './en/metric-detail.ts';
import { metricsEn } from './en/metrics.ts';
import { notesEn } from './en/notes.ts';
import { outletsEn } from './en/outlets.ts';
import { outputsEn } from './en/outputs.ts';
import { overlayEn } from './en/overlay.ts';
import { pairingEn } from './en/pairing.ts';
import { paletteEn } from './en/palette.ts';
import { pasteEn } from './en/paste.ts';
import { alertsEn } from './en/alerts.ts';
import { personEn } from './en/person.ts';
import { promisesEn } from './en/promises.ts';
import { questionsEn } from './en/questions.ts';
import { reasonsEn } from './en/reasons.ts';
import { reviewEn } from './en/review.ts';
import { reviewPageEn } from './en/review-page.ts';
import { riskEn } from './en/risk.ts';
import { roomsEn } from './en/rooms.ts';
import { rotationEn } from './en/rotation.ts';
import { searchEn } from './en/search.ts';
import { planEn } from './en/plan.ts';
import { riskWordsEn } from './en/risk-words.ts';
import { checksEn } from './en/checks.ts';
import { showsEn } from './en/shows.ts';
import { slipsEn } from './en/slips.ts';
import { reviewStreamsEn } from './en/review-streams.ts';
import { spanCompareEn } from './en/span-compare.ts';
import { stageEn } from './en/stage.ts';
import { storeEn } from './en/store.ts';
import { setUpEn } from './en/set-up.ts';
import { settingsEn } from './en/settings.ts';
import { shelfEn } from './en/shelf.ts';
import { inboundEn } from './en/inbound.ts';
import { sourcesEn } from './en/sources.ts';
import { topBarEn } from './en/top-bar.ts';
import { aboutZhCn } from './zh-cn/about.ts';
import { actsZhCn } from './zh-cn/acts.ts';
import { anchorZhCn } from './zh-cn/anchor.ts';
import { assistantZhCn } from './zh-cn/assistant.ts';
import { blocksZhCn } from './zh-cn/blocks.ts';
import { catalogueZhCn } from './zh-cn/catalogue.ts';
import { chartZhCn } from './zh-cn/chart.ts';
import { chatZhCn } from './zh-cn/chat.ts';
import { commonZhCn } from './zh-cn/common.ts';
import { triggersZhCn } from './zh-cn/triggers.ts';
import { cuesZhCn } from './zh-cn/cues.ts';
import { libraryZhCn } from './zh-cn/library.ts';
import { liftZhCn } from './zh-cn/lift.ts';
import { answersZhCn } from './zh-cn/answers.ts';
import { thanksZhCn } from './zh-cn/thanks.ts';
import { dataZhCn } from './zh-cn/data.ts';
import { deskZhCn } from './zh-cn/desk.ts';
import { errorsZhCn } from './zh-cn/errors.ts';
import { exportsZhCn } from './zh-cn/exports.ts';
import { figuresZhCn } from './zh-cn/figures.ts';
import { benefitsZhCn } from './zh-cn/benefits.ts';
import { screeningZhCn } from './zh-cn/screening.ts';
import { commerceZhCn } from './zh-cn/commerce.ts';
import { importedZhCn } from './zh-cn/imported.ts';
import { groupsZhCn } from './zh-cn/groups.ts';
import { goalsZhCn } from './zh-cn/goals.ts';
import { findingsZhCn } from './zh-cn/findings.ts';
import { findingCardsZhCn } from './zh-cn/finding-cards.ts';
import { improvementsZhCn } from './zh-cn/improvements.ts';
import { imagesZhCn } from './zh-cn/images.ts';
import { handoverZhCn } from './zh-cn/handover.ts';
import { inputZhCn } from './zh-cn/input.ts';
import { keysZhCn } from './zh-cn/keys.ts';
import { metricDetailZhCn } from './zh-cn/metric-detail.ts';
import { metricsZhCn } from './zh-cn/metrics.ts';
import { notesZhCn } from './zh-cn/notes.ts';
import { outletsZhCn } from './zh-cn/outlets.ts';
import { outputsZhCn } from './zh-cn/outputs.ts';
import { overlayZhCn } from './zh-cn/overlay.ts';
import { pairingZhCn } from './zh-cn/pairing.ts';
import { paletteZhCn } from './zh-cn/palette.ts';
import { pasteZhCn } from './zh-cn/paste.ts';
import { alertsZhCn } from './zh-cn/alerts.ts';
import { personZhCn } from './zh-cn/person.ts';
import { promisesZhCn } from './zh-cn/promises.ts';
import { questionsZhCn } from './zh-cn/questions.ts';
import { reasonsZhCn } from './zh-cn/reasons.ts';
import { reviewZhCn } from './zh-cn/review.ts';
import { reviewPageZhCn } from './zh-cn/review-page.ts';
import { riskZhCn } from './zh-cn/risk.ts';
import { roomsZhCn } from './zh-cn/rooms.ts';
import { rotationZhCn } from './zh-cn/rotation.ts';
import { searchZhCn } from './zh-cn/search.ts';
import { planZhCn } from './zh-cn/plan.ts';
import { riskWordsZhCn } from './zh-cn/risk-words.ts';
import { checksZhCn } from './zh-cn/checks.ts';
import { showsZhCn } from './zh-cn/shows.ts';
import { slipsZhCn } from './zh-cn/slips.ts';
import { reviewStreamsZhCn } from './zh-cn/review-streams.ts';
import { spanCompareZhCn } from './zh-cn/span-compare.ts';
import { stageZhCn } from './zh-cn/stage.ts';
import { storeZhCn } from './zh-cn/store.ts';
import { setUpZhCn } from './zh-cn/set-up.ts';
import { settingsZhCn } from './zh-cn/settings.ts';
import { shelfZhCn } from './zh-cn/shelf.ts';
import { inboundZhCn } from './zh-cn/inbound.ts';
import { sourcesZhCn } from './zh-cn/sources.ts';
import { topBarZhCn } from './zh-cn/top-bar.ts';

const zhCn = {
  ...commonZhCn,
  ...deskZhCn,
  ...errorsZhCn,
  ...reasonsZhCn,
  ...inputZhCn,
  ...imagesZhCn,
  ...improvementsZhCn,
  ...topBarZhCn,
  ...exportsZhCn,
  ...figuresZhCn,
  ...benefitsZhCn,
  ...screeningZhCn,
  ...commerceZhCn,
  ...importedZhCn,
  ...goalsZhCn,
  ...groupsZhCn,
  ...metricDetailZhCn,
  ...metricsZhCn,
  ...chartZhCn,
  ...chatZhCn,
  ...personZhCn,
  ...actsZhCn,
  ...alertsZhCn,
  ...promisesZhCn,
  ...questionsZhCn,
  ...sourcesZhCn,
  ...inboundZhCn,
  ...shelfZhCn,
  ...notesZhCn,
  ...outletsZhCn,
  ...outputsZhCn,
  ...riskZhCn,
  ...showsZhCn,
  ...slipsZhCn,
  ...checksZhCn,
  ...riskWordsZhCn,
  ...planZhCn,
  ...roomsZhCn,
  ...rotationZhCn,
  ...pasteZhCn,
  ...cuesZhCn,
  ...triggersZhCn,
  ...libraryZhCn,
  ...liftZhCn,
  ...answersZhCn,
  ...thanksZhCn,
  ...blocksZhCn,
  ...catalogueZhCn,
  ...keysZhCn,
  ...paletteZhCn,
  ...aboutZhCn,
  ...anchorZhCn,
  ...assistantZhCn,
  ...handoverZhCn,
  ...overlayZhCn,
  ...reviewZhCn,
  ...reviewPageZhCn,
  ...reviewStreamsZhCn,
  ...findingsZhCn,
  ...findingCardsZhCn,
  ...searchZhCn,
  ...pairingZhCn,
  ...setUpZhCn,
  ...spanCompareZhCn,
  ...stageZhCn,
  ...storeZhCn,
  ...dataZhCn,
  ...settingsZhCn,
} as const;

/** Every sentence of every screen; a key missing in a language does not compile. */
export type MessageKey = keyof typeof zhCn;

const en: Record<MessageKey, string> = {
  ...commonEn,
  ...deskEn,
  ...errorsEn,
  ...reasonsEn,
  ...inputEn,
  ...imagesEn,
  ...improvementsEn,
  ...topBarEn,
  ...exportsEn,
  ...figuresEn,
  ...benefitsEn,
  ...screeningEn,
  ...commerceEn,
  ...importedEn,
  ...goalsEn,
  ...groupsEn,
  ...metricDetailEn,
  ...metricsEn,
  ...chartEn,
  ...chatEn,
  ...personEn,
  ...actsEn,
  ...alertsEn,
  ...promisesEn,
  ...questionsEn,
  ...sourcesEn,
  ...inboundEn,
  ...shelfEn,
  ...notesEn,
  ...outletsEn,
  ...outputsEn,
  ...riskEn,
  ...showsEn,
  ...slipsEn,
  ...checksEn,
  ...riskWordsEn,
  ...planEn,
  ...roomsEn,
  ...rotationEn,
  ...pasteEn,
  ...cuesEn,
  ...triggersEn,
  ...libraryEn,
  ...liftEn,
  ...answersEn,
  ...thanksEn,
  ...blocksEn,
  ...catalogueEn,
  ...keysEn,
  ...paletteEn,
  ...aboutEn,
  ...anchorEn,
  ...assistantEn,
  ...handoverEn,
  ...overlayEn,
  ...reviewEn,
  ...reviewPageEn,
  ...reviewStreamsEn,
  ...findingsEn,
  ...findingCardsEn,
  ...searchEn,
  ...pairingEn,
  ...setUpEn,
  ...spanCompareEn,
  ...stageEn,
  ...storeEn,
  ...dataEn,
  ...settingsEn,
};

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const messages: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = {
  'zh-CN': zhCn,
  en,
};

export function isMessageKey(key: string): key is MessageKey {
  return Object.prototype.hasOwnProperty.call(zhCn, key);
}
