import { isReady, type ChatLine } from '#renderer/actions/chat-line.ts';
import type { SourceId } from '#shared/model/ids.ts';
import type { Source } from '#shared/model/source.ts';

/** Where a line can go: as an answer, to everybody of one platform, or of all that take it. */
export interface WriteTarget {
  /** `reply`, `all`, or the source's id. */
  readonly id: string;
  readonly kind: 'reply' | 'one' | 'all';
  readonly sources: readonly Source[];
  readonly lineSeq: number | null;
  /** Characters that every one of them takes. */
  readonly textMax: number;
}

/**
 * The first is what is meant unless another is chosen: the selected message's answer, else its own
 * platform, else all.
 */
export function writeTargets(
  sources: readonly Source[],
  line: ChatLine | null,
): readonly WriteTarget[] {
  const open = sources.filter((source) => source.acts.can.send && isReady(source));
  const replied = sources.find(({ id }) => id === line?.sourceId);
  const reply: readonly WriteTarget[] =
    line !== null && replied !== undefined && line.hindrance.reply === null
      ? [target('reply', 'reply', [replied], line.lineSeq)]
      : [];
  const all = open.length > 1 ? [target('all', 'all', open, null)] : [];
  const ones = open.map((each) => target(String(each.id), 'one', [each], null));
  const isOwn = ({ sources: [source] }: WriteTarget): boolean => source?.id === line?.sourceId;
  const own = line === null ? [] : ones.filter(isOwn);
  return [...reply, ...own, ...all, ...ones.filter((each) => !own.includes(each))];
}

/** Ids of the sources a line goes to. */
export function sourceIdsOf({ sources }: WriteTarget): readonly SourceId[] {
  return sources.map(({ id }) => id);
}

function target(
  id: string,
  kind: WriteTarget['kind'],
  sources: readonly Source[],
  lineSeq: number | null,
): WriteTarget {
  const limits = sources.flatMap(({ acts }) => acts.textMax ?? []);
  return { id, kind, sources, lineSeq, textMax: Math.min(...limits) };
}
