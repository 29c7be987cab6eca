import { z } from 'zod';

import type { ShowFigures } from '#shared/model/show-list.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { countFigure } from '../review/review.rules.ts';
import type { FiguresRow } from './show-figures.queries.ts';

type CanOf = (connector: string) => SourceCan | null;

const Sources = z.array(z.object({ connector: z.string(), platform: z.string() }));
const NONE: SourceCan = {
  viewers: false,
  joins: false,
  follows: false,
  orders: false,
  gifts: false,
  chat: false,
};

export type KnownFigures = {
  readonly figures: ShowFigures;
  readonly platforms: readonly string[];
  readonly can: SourceCan;
};

/** Stored counts as figures: 0 is only said where some source could have given more. */
export function knownFigures(row: FiguresRow, canOf: CanOf): KnownFigures {
  const sources = Sources.parse(JSON.parse(row.sources));
  const cans = sources.map(({ connector }) => canOf(connector));
  const count = (value: number, can: keyof SourceCan): number | null => {
    const figure = countFigure(value, cans, can);
    return figure.known ? figure.value : null;
  };
  const ordersPaid = count(row.ordersPaid, 'orders');
  const paidMinor = ordersPaid === null ? null : row.paidMinor;
  const chatters = count(row.chatters, 'chat');
  const follows = count(row.follows, 'follows');
  const { views } = row;
  return {
    platforms: [...new Set(sources.map(({ platform }) => platform))],
    can: unionOf(cans),
    figures: {
      onAirMs: row.onAirMs,
      events: row.events,
      views,
      viewersMean: row.viewersMean,
      viewersPeak: row.viewersPeak,
      joins: count(row.joins, 'joins'),
      chats: count(row.chats, 'chat'),
      chatters,
      follows,
      gifts: count(row.gifts, 'gifts'),
      ordersPlaced: count(row.ordersPlaced, 'orders'),
      ordersPaid,
      unitsPaid: ordersPaid === null ? null : row.unitsPaid,
      paidMinor,
      gpmMinor: perView(paidMinor === null ? null : paidMinor * 1000, views),
      interaction: perView(chatters, views),
      followRate: perView(follows, views),
      pushes: row.pushes,
      cuesSent: row.cuesSent,
      cuesDone: row.cuesDone,
      gapMs: row.gapMs,
    },
  };
}

function perView(value: number | null, views: number | null): number | null {
  return value === null || views === null || views === 0 ? null : value / views;
}

function unionOf(cans: readonly (SourceCan | null)[]): SourceCan {
  const isAble = (can: keyof SourceCan): boolean => cans.some((each) => each?.[can] === true);
  return {
    ...NONE,
    viewers: isAble('viewers'),
    joins: isAble('joins'),
    follows: isAble('follows'),
    orders: isAble('orders'),
    gifts: isAble('gifts'),
    chat: isAble('chat'),
  };
}
