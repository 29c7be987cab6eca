import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useCues } from '#renderer/store/selectors.ts';
import type { CardUse } from '#shared/model/cue-library.ts';
import type { CueCard } from '#shared/model/cue.ts';
import { cueVerdict, type CueJudged } from '#shared/rules/screening/cue-verdict.ts';
import { byVerdict } from '#shared/rules/screening/verdicts.ts';

import { columnKinds } from './column-kinds.ts';
import { ScreeningTable } from './ScreeningTable.tsx';

type Row = CueJudged & { readonly card: CueCard; readonly use: CardUse };

/** Cards of the deck that were sent, by what followed on them in all live shows. */
export function ScreenedCues(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { deck } = useCues();
  const uses = useUses();
  const of = columnKinds<Row>(i18n, () => '');
  const rows = deck
    .flatMap((card): Row[] => {
      const use = uses.find(({ cardId }) => cardId === card.id);
      return use === undefined || use.sent === 0
        ? []
        : [{ card, use, ...cueVerdict(card.kind, use.lift) }];
    })
    .sort(byVerdict(({ use }) => use.sent));
  return (
    <ScreeningTable
      name="cues"
      title={t('screening.part.cues')}
      columns={[
        of.words(t('screening.cue'), ({ card }) => card.text),
        of.words(t('screening.kind'), ({ card }) => t(`cues.kindOf.${card.kind}`)),
        of.words(t('screening.verdict'), ({ verdict }) => t(`screening.verdict.${verdict}`)),
        of.words(t('screening.why'), ({ reason, by }) =>
          reason === 'refunds'
            ? ''
            : t(`screening.reason.cue.${reason}`, {
                what: by === null ? '' : t(`lift.figureOf.${by.figure}`),
                n: by?.n ?? 0,
              }),
        ),
        of.count(t('screening.sent'), ({ use }) => use.sent),
        of.count(t('screening.done'), ({ use }) => use.done),
      ]}
      rows={rows}
      rowKey={({ card }) => card.id}
      verdict={({ verdict }) => verdict}
      empty={t('screening.noCues')}
    />
  );
}

function useUses(): readonly CardUse[] {
  const run = useCommand();
  const [uses, setUses] = useState<readonly CardUse[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void run('cue.usage', {}).then((result) => {
      if (isCurrent && result.ok) setUses(result.value.cards);
    });
    return () => {
      isCurrent = false;
    };
  }, [run]);
  return uses;
}
