import type BetterSqlite from 'better-sqlite3';

import { firstStore } from './0001-first-store.ts';
import { eventsByShow } from './0002-events-by-show.ts';
import { oneShape } from './0003-one-shape.ts';
import { erasures } from './0004-erasures.ts';
import { personCards } from './0005-person-cards.ts';
import { catalogue } from './0006-catalogue.ts';
import { outlets } from './0007-outlets.ts';
import { productImages } from './0008-product-images.ts';
import { inboundEndpoints } from './0009-inbound-endpoints.ts';
import { shopeeOutlets } from './0010-shopee-outlets.ts';
import { changedTargets } from './0011-changed-targets.ts';
import { shelfGroups } from './0012-shelf-groups.ts';
import { outletShowsOut } from './0013-outlet-shows-out.ts';
import { runOfShow } from './0014-run-of-show.ts';
import { cueLibrary } from './0015-cue-library.ts';
import { improvementItems } from './0016-improvement-items.ts';
import { showFigures } from './0017-show-figures.ts';
import { toldFigures } from './0018-told-figures.ts';
import { commerce } from './0019-commerce.ts';
import { toldStates } from './0020-told-states.ts';
import { ordersByRoom } from './0021-orders-by-room.ts';

export type Migration = {
  readonly number: number;
  readonly name: string;
  /** What to run, one by one, for a store as it is found; it may be looked at but not changed. */
  statements(raw: BetterSqlite.Database): readonly string[];
};

/** In order; numbered, named, never edited once released. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'first-store', statements: () => [firstStore] },
  { number: 2, name: 'events-by-show', statements: () => [eventsByShow] },
  { number: 3, name: 'one-shape', statements: oneShape },
  { number: 4, name: 'erasures', statements: () => [erasures] },
  { number: 5, name: 'person-cards', statements: () => [personCards] },
  { number: 6, name: 'catalogue', statements: () => [catalogue] },
  { number: 7, name: 'outlets', statements: () => [outlets] },
  { number: 8, name: 'product-images', statements: () => [productImages] },
  { number: 9, name: 'inbound-endpoints', statements: () => [inboundEndpoints] },
  { number: 10, name: 'shopee-outlets', statements: () => [shopeeOutlets] },
  { number: 11, name: 'changed-targets', statements: () => [changedTargets] },
  { number: 12, name: 'shelf-groups', statements: () => [shelfGroups] },
  { number: 13, name: 'outlet-shows-out', statements: () => [outletShowsOut] },
  { number: 14, name: 'run-of-show', statements: () => [runOfShow] },
  { number: 15, name: 'cue-library', statements: () => [cueLibrary] },
  { number: 16, name: 'improvement-items', statements: () => [improvementItems] },
  { number: 17, name: 'show-figures', statements: () => [showFigures] },
  { number: 18, name: 'told-figures', statements: () => [toldFigures] },
  { number: 19, name: 'commerce', statements: () => [commerce] },
  { number: 20, name: 'told-states', statements: () => [toldStates] },
  { number: 21, name: 'orders-by-room', statements: () => [ordersByRoom] },
];
