import type { ProductId } from '../../model/ids.ts';
import {
  IMPORTED_UNITS,
  ImportedFigure,
  NOT_SUMMED,
  type ImportKind,
  type PlatformImportId,
} from '../../model/platform-import.ts';
import type { CommerceApart, CommerceFigure, CommercePart } from '../../model/review-commerce.ts';

/** A figure as one platform's tables have it, or as it was counted live. */
export type PlatformFigure = {
  readonly platform: string;
  readonly figure: ImportedFigure;
  readonly value: number;
};
export type TakenFigure = PlatformFigure & {
  readonly importId: PlatformImportId;
  readonly of: ImportKind;
  readonly isRounded: boolean;
};

/** What is left of differences between a platform's books and its feed. */
const TOLERANCE = 0.03;
const ROUNDED_TOLERANCE = 0.06;
/** Fewer than this differ by chance. */
const LEAST = 20;

/**
 * Every figure over the platforms of a show. A platform counts once: its table where it has one, else
 * what was counted live, never both. `platforms`: all of the show; who has none of a figure is named.
 */
export function mergeFigures(
  taken: readonly TakenFigure[],
  live: readonly PlatformFigure[],
  platforms: readonly string[],
): readonly CommerceFigure[] {
  const all = [...new Set([...platforms, ...taken.map(({ platform }) => platform)])].sort();
  return ImportedFigure.options.flatMap((figure): CommerceFigure[] => {
    const parts = all.flatMap((platform) => partOf(platform, figure, taken, live) ?? []);
    if (parts.length === 0) return [];
    const canSum = parts.length === 1 || !NOT_SUMMED.has(figure);
    return [
      {
        figure,
        value: canSum ? parts.reduce((sum, { value }) => sum + value, 0) : null,
        isRounded: parts.some(({ isRounded }) => isRounded),
        parts,
        without: all.filter((platform) => parts.every((part) => part.platform !== platform)),
      },
    ];
  });
}

function partOf(
  platform: string,
  figure: ImportedFigure,
  taken: readonly TakenFigure[],
  live: readonly PlatformFigure[],
): CommercePart | null {
  const found = bestTaken(platform, figure, taken);
  if (found !== null) return found;
  const counted = live.find((each) => each.platform === platform && each.figure === figure);
  if (counted === undefined) return null;
  return { platform, value: counted.value, isRounded: false, importId: null, of: null };
}

/** The table of totals says it itself; else its minutes come to it, else its products. */
function bestTaken(
  platform: string,
  figure: ImportedFigure,
  taken: readonly TakenFigure[],
): CommercePart | null {
  for (const part of ['totals', 'minutes', 'products'] as const) {
    const rows = taken.filter(
      (each) => each.platform === platform && each.figure === figure && each.of === part,
    );
    const [first] = rows;
    if (first === undefined || (rows.length > 1 && NOT_SUMMED.has(figure))) continue;
    return {
      platform,
      value: rows.reduce((sum, { value }) => sum + value, 0),
      isRounded: rows.some(({ isRounded }) => isRounded),
      importId: first.importId,
      of: part,
    };
  }
  return null;
}

/** How many figures of tables agree with the live count of their platform, and which do not. */
export function heldAgainstLive(
  figures: readonly CommerceFigure[],
  live: readonly PlatformFigure[],
  productId: ProductId | null,
): { readonly agreed: number; readonly apart: readonly CommerceApart[] } {
  let agreed = 0;
  const apart: CommerceApart[] = [];
  for (const { figure, parts } of figures) {
    for (const { platform, value, isRounded, importId } of parts) {
      const counted = live.find((each) => each.platform === platform && each.figure === figure);
      if (importId === null || counted === undefined) continue;
      if (isAlike(figure, value, counted.value, isRounded)) agreed += 1;
      else apart.push({ figure, platform, productId, imported: value, live: counted.value });
    }
  }
  return { agreed, apart };
}

function isAlike(figure: ImportedFigure, a: number, b: number, isRounded: boolean): boolean {
  const most = Math.max(Math.abs(a), Math.abs(b));
  const tolerance = most * (isRounded ? ROUNDED_TOLERANCE : TOLERANCE);
  const least = IMPORTED_UNITS[figure] === 'count' && most < LEAST ? 1 : 0;
  return Math.abs(a - b) <= Math.max(tolerance, least);
}

export function figureNamed(
  figures: readonly CommerceFigure[],
  name: ImportedFigure,
): CommerceFigure | null {
  return figures.find(({ figure }) => figure === name) ?? null;
}
