import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { LiftThingResults, ShowLift } from '#shared/model/lift.ts';
import type { Review } from '#shared/model/review.ts';
import { costPerExtraOrder } from '#shared/rules/benefits/benefit-rates.ts';
import { extraOrders } from '#shared/rules/benefits/extra-orders.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

import styles from './BenefitLift.module.css';

/** What giveaways of the show brought beyond matched minutes; nothing where none was given. */
export function BenefitLift({ review }: { readonly review: Review }): ReactElement | null {
  const { t } = useI18n();
  const lift = useShowLift(review);
  const given = (lift?.things ?? []).filter(isGiveaway);
  if (lift === null || given.length === 0) return null;
  return (
    <section aria-label={t('benefits.lift')}>
      <h3 className={styles.title}>{t('benefits.lift')}</h3>
      <ul className={styles.list}>
        {given.map((thing) => (
          <li key={thing.thingId}>
            <GivenLine thing={thing} lift={lift} review={review} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function isGiveaway({ subject }: LiftThingResults): boolean {
  return (
    subject.kind === 'giveaway' || (subject.kind === 'cueKind' && subject.cueKind === 'giveaway')
  );
}

interface GivenLineProps {
  readonly thing: LiftThingResults;
  readonly lift: ShowLift;
  readonly review: Review;
}

function GivenLine({ thing, lift, review }: GivenLineProps): ReactElement {
  const { t, format } = useI18n();
  const { currency } = review.show;
  const { subject, times } = thing;
  const name =
    subject.kind === 'giveaway'
      ? subject.title
      : t('benefits.liftCues', { kind: t('cues.kindOf.giveaway') });
  const extra = extraOrders(thing, lift.acts);
  // Cues of that kind are the benefits that cues told of; a block's giveaway is the one of its name.
  const own = review.benefits.filter((each) =>
    subject.kind === 'giveaway'
      ? each.name === subject.title
      : each.origin?.startsWith('cue:') === true,
  );
  const costs = own.flatMap(({ costMinor }) => costMinor ?? []);
  const cost = costs.length === 0 ? null : costs.reduce((sum, minor) => sum + minor, 0);
  const range = costPerExtraOrder(cost, extra);
  const count = (value: number): string => format.number(Math.round(value * 10) / 10);
  const money = (minor: number): string =>
    format.money(Math.round(minor), currency, currencyExponent(currency));
  const orders =
    extra === null
      ? t('benefits.liftUnknown')
      : t('benefits.liftOrders', { low: count(extra.low), high: count(extra.high) });
  const dear =
    range.kind === 'unknown'
      ? ''
      : range.kind === 'atLeast'
        ? t('benefits.costAtLeast', { low: money(range.low) })
        : t('benefits.costRange', { low: money(range.low), high: money(range.high) });
  return (
    <>
      {[t('benefits.liftOf', { name, times }), orders, dear]
        .filter((text) => text !== '')
        .join(t('common.separator'))}
    </>
  );
}

function useShowLift({ show, benefits }: Review): ShowLift | null {
  const run = useCommand();
  const [lift, setLift] = useState<ShowLift | null>(null);
  const isWanted = benefits.length > 0;
  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    void run('review.lift', { showId: show.id }).then((result) => {
      if (isCurrent && result.ok) setLift(result.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [run, show.id, isWanted]);
  return lift;
}
