import { anchorLoad } from './detectors/anchor-load.ts';
import { blockOverrun } from './detectors/block-overrun.ts';
import { blockSkipped } from './detectors/block-skipped.ts';
import { brokenPromises } from './detectors/broken-promises.ts';
import { cancelledOrders } from './detectors/cancelled-orders.ts';
import { chatLow } from './detectors/chat-low.ts';
import { followLow } from './detectors/follow-low.ts';
import { gap } from './detectors/gap.ts';
import { giveawayNoEffect } from './detectors/giveaway-no-effect.ts';
import { helpUnanswered } from './detectors/help-unanswered.ts';
import { lateCues } from './detectors/late-cues.ts';
import { lossMoment } from './detectors/loss-moment.ts';
import { lowCtor } from './detectors/low-ctor.ts';
import { lowCtr } from './detectors/low-ctr.ts';
import { noSecondPeak } from './detectors/no-second-peak.ts';
import { ordersWithoutTraffic } from './detectors/orders-without-traffic.ts';
import { overruledTrue } from './detectors/overruled-true.ts';
import { platformDrop } from './detectors/platform-drop.ts';
import { pushLift } from './detectors/push-lift.ts';
import { questionDebt } from './detectors/question-debt.ts';
import { raidUnmet } from './detectors/raid-unmet.ts';
import { silence } from './detectors/silence.ts';
import { slipsUncorrected } from './detectors/slips-uncorrected.ts';
import { slowEnd } from './detectors/slow-end.ts';
import { slowProduct } from './detectors/slow-product.ts';
import { slowPush } from './detectors/slow-push.ts';
import { soldOutOnShelf } from './detectors/sold-out-on-shelf.ts';
import { streamDown } from './detectors/stream-down.ts';
import { streamStrained } from './detectors/stream-strained.ts';
import { trafficWithoutOrders } from './detectors/traffic-without-orders.ts';
import { unansweredCues } from './detectors/unanswered-cues.ts';
import { underAired } from './detectors/under-aired.ts';
import { unpaidOrders } from './detectors/unpaid-orders.ts';
import { unsoldProduct } from './detectors/unsold-product.ts';
import { warningsUnseen } from './detectors/warnings-unseen.ts';
import type { Detector } from './outcome.ts';

/** Every question that is asked of a show, in the order in which ties are told. */
export const DETECTOR_LIST: readonly Detector[] = [
  slowProduct,
  unsoldProduct,
  underAired,
  lowCtor,
  lowCtr,
  trafficWithoutOrders,
  ordersWithoutTraffic,
  unpaidOrders,
  cancelledOrders,
  soldOutOnShelf,
  pushLift,
  lossMoment,
  streamDown,
  streamStrained,
  platformDrop,
  raidUnmet,
  silence,
  questionDebt,
  brokenPromises,
  slipsUncorrected,
  warningsUnseen,
  slowPush,
  unansweredCues,
  lateCues,
  helpUnanswered,
  anchorLoad,
  blockOverrun,
  blockSkipped,
  giveawayNoEffect,
  noSecondPeak,
  slowEnd,
  overruledTrue,
  followLow,
  chatLow,
  gap,
];
