import { DeskPart } from '#shared/model/desk-part.ts';
import { OVERLAY_LOOKS } from '#shared/model/overlay-look.ts';
import { TEXT_SIZES } from '#shared/model/settings.ts';

import { choice } from './action-entry.ts';
import type { ActionChoice } from './action-entry.ts';
import type { ActionSight } from './action-sight.ts';
import type { DeskAction } from './desk-action.ts';

type Choices<T extends DeskAction['type']> = readonly ActionChoice<
  Extract<DeskAction, { type: T }>
>[];

/** Parts of the live room that can stand in a window of their own. */
export function partChoices({ isLive }: ActionSight): Choices<'openPart'> {
  if (!isLive) return [];
  return DeskPart.options.map((part) => choice({ type: 'openPart', part }, `part.open.${part}`));
}

/** Desks of the other rooms. */
export function roomChoices({ otherRooms }: ActionSight): Choices<'openRoom'> {
  return otherRooms.map(({ roomId, name }) =>
    choice({ type: 'openRoom', roomId }, 'rooms.openNamed', { room: name }),
  );
}

/** The sheets; products are pasted where there is a shelf, figures and targets are of a show. */
export function panelChoices({ isLive, isReviewOpen, part }: ActionSight): Choices<'openPanel'> {
  const products = choice({ type: 'openPanel', panel: 'products' }, 'palette.pasteProducts');
  const rotation = choice({ type: 'openPanel', panel: 'rotation' }, 'rotation.open');
  const figures = choice({ type: 'openPanel', panel: 'figures' }, 'palette.figures');
  const imported = choice({ type: 'openPanel', panel: 'imported' }, 'imported.open');
  const benefits = choice({ type: 'openPanel', panel: 'benefits' }, 'benefits.title');
  const targets = choice({ type: 'openPanel', panel: 'targets' }, 'palette.targets');
  return [
    ...(isLive && part !== 'chat' ? [products] : []),
    ...(isLive || isReviewOpen ? [figures, imported, benefits, targets] : []),
    ...(isLive && part === null
      ? [choice({ type: 'openPanel', panel: 'checks' }, 'checks.open')]
      : []),
    ...(isLive && part !== 'chat' ? [rotation] : []),
    ...(part === null ? [choice({ type: 'openPanel', panel: 'rooms' }, 'rooms.open')] : []),
    choice({ type: 'openPanel', panel: 'screening' }, 'screening.title'),
    ...(part === null ? [choice({ type: 'openPanel', panel: 'shows' }, 'shows.openSheet')] : []),
    choice({ type: 'openPanel', panel: 'library' }, 'library.open'),
    choice({ type: 'openPanel', panel: 'improvements' }, 'improve.open'),
    choice({ type: 'openPanel', panel: 'riskWords' }, 'riskWords.title'),
    choice({ type: 'openPanel', panel: 'outlets' }, 'palette.outlets'),
    choice({ type: 'openPanel', panel: 'import' }, 'import.title'),
    choice({ type: 'openPanel', panel: 'sources' }, 'palette.sources'),
    choice({ type: 'openPanel', panel: 'screens' }, 'palette.screens'),
    choice({ type: 'openPanel', panel: 'store' }, 'store.open'),
    choice({ type: 'openPanel', panel: 'data' }, 'palette.data'),
    choice({ type: 'openPanel', panel: 'data' }, 'palette.erasePerson'),
    choice({ type: 'openPanel', panel: 'about' }, 'about.open'),
  ];
}

export function themeChoices(): Choices<'setTheme'> {
  return [
    choice({ type: 'setTheme', theme: 'dark' }, 'palette.themeDark'),
    choice({ type: 'setTheme', theme: 'light' }, 'palette.themeLight'),
    choice({ type: 'setTheme', theme: 'system' }, 'palette.themeSystem'),
  ];
}

export function textSizeChoices(): Choices<'setTextSize'> {
  return TEXT_SIZES.map((size) =>
    choice({ type: 'setTextSize', size }, 'palette.textSize', { size }),
  );
}

export function languageChoices(): Choices<'setLanguage'> {
  return [
    choice({ type: 'setLanguage', language: 'zh-CN' }, 'palette.languageZh'),
    choice({ type: 'setLanguage', language: 'en' }, 'palette.languageEn'),
    choice({ type: 'setLanguage', language: 'system' }, 'palette.languageSystem'),
  ];
}

/** The card of the overlays, on air or not. */
export function overlayLookChoices(): Choices<'setOverlayLook'> {
  return OVERLAY_LOOKS.map((look) =>
    choice({ type: 'setOverlayLook', look }, `palette.overlayLook.${look}`),
  );
}
