import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { GroupId, type ProductId } from '#shared/model/ids.ts';
import { GROUPS_MAX, type GroupChange } from '#shared/model/shelf-group.ts';
import { gatheredNumbers, groupNameKey, groupNameOf } from '#shared/rules/shelf-groups.ts';
import type { RoomContext } from '../../room/room-context.ts';
import { lastPushId } from '../paste.queries.ts';
import { setLinkNumber, type StoredItem } from '../shelf.queries.ts';
import { GroupHistory, standingText, type Standing } from './group-history.ts';
import {
  deleteGroup,
  groupsOf,
  insertGroup,
  renameGroup,
  replaceGroups,
  setGroup,
  type StoredGroup,
} from './groups.queries.ts';

type Done = Result<Record<string, never>>;
type What = Omit<GroupChange, 'changeId' | 'renumbered'>;

/** The shelf whose products are grouped. */
type GroupedShelf = {
  items(): readonly StoredItem[];
  /** Places or groups of its products have changed. */
  reload(): void;
};

/** Groups of this show's shelf: a label on products, which moves nothing unless it is gathered. */
export class GroupsService {
  readonly #room: RoomContext;
  readonly #shelf: GroupedShelf;
  readonly #history = new GroupHistory();
  #groups: readonly StoredGroup[] = [];
  #serial = 0;

  constructor(room: RoomContext, shelf: GroupedShelf) {
    this.#room = room;
    this.#shelf = shelf;
  }

  reload(): void {
    const show = this.#room.show();
    this.#groups = show === null ? [] : groupsOf(this.#room.db, show.id);
  }

  slice(): Pick<RoomSlices['shelf'], 'groups' | 'lastGroupChange'> {
    const showId = this.#showId();
    const last = showId === null ? null : this.#history.last(showId, () => this.#standing(showId));
    return {
      groups: this.#groups.map(({ id, name }) => ({ id: GroupId.parse(id), name })),
      lastGroupChange: last?.change ?? null,
    };
  }

  /** What else has changed the shelf has its own way back. */
  forgetHistory(): void {
    this.#history.clear();
  }

  /** Its products in the order of their link numbers; null: this shelf has no such group. */
  productsOf(groupId: number): readonly number[] | null {
    if (this.#find(groupId) === undefined) return null;
    return this.#itemsOf(groupId).map(({ productId }) => productId);
  }

  make(typed: string, productIds: readonly ProductId[]): Result<{ groupId: GroupId }> {
    const showId = this.#showId();
    if (showId === null) return fail('show_not_running', {});
    const named = this.#freeName(typed, null);
    if (!named.ok) return named;
    const stranger = this.#strangerIn(productIds);
    if (stranger !== null) return stranger;
    const given = this.#groups.length + 1;
    if (given > GROUPS_MAX) return fail('too_many', { what: 'groups', max: GROUPS_MAX, given });
    const before = this.#standing(showId);
    const groupId = insertGroup(this.#room.db, showId, named.value);
    this.#label(showId, productIds, groupId);
    this.#done(showId, before, { kind: 'made', name: named.value, count: productIds.length });
    return ok({ groupId: GroupId.parse(groupId) });
  }

  /** Inside a paste: why products cannot come into groups of these names; null when they can. */
  refusalOf(names: readonly string[]): ReturnType<typeof fail> | null {
    const missing = new Set<string>();
    for (const typed of names) {
      const named = groupNameOf(typed);
      if (!named.ok) return named;
      if (this.#named(named.value) === undefined) missing.add(groupNameKey(named.value));
    }
    const given = this.#groups.length + missing.size;
    return given > GROUPS_MAX ? fail('too_many', { what: 'groups', max: GROUPS_MAX, given }) : null;
  }

  /** Inside a paste, checked before: the product comes into the group of this name; empty: out of any. */
  put(showId: number, productId: number, typed: string): void {
    const named = groupNameOf(typed);
    if (!named.ok) return setGroup(this.#room.db, showId, productId, null);
    const held = this.#named(named.value)?.id;
    const groupId = held ?? insertGroup(this.#room.db, showId, named.value);
    if (held === undefined) this.reload();
    setGroup(this.#room.db, showId, productId, groupId);
  }

  all(): readonly StoredGroup[] {
    return this.#groups;
  }

  /** The way back of a paste: groups that were not there before it. */
  removeAllBut(kept: readonly StoredGroup[]): void {
    const ids = new Set(kept.map(({ id }) => id));
    for (const { id } of this.#groups) if (!ids.has(id)) deleteGroup(this.#room.db, id);
  }

  rename(groupId: GroupId, typed: string): Done {
    return this.#change(groupId, (showId, group) => {
      const named = this.#freeName(typed, group.id);
      if (!named.ok) return named;
      const before = this.#standing(showId);
      renameGroup(this.#room.db, group.id, named.value);
      const count = this.#itemsOf(group.id).length;
      return this.#done(showId, before, { kind: 'renamed', name: named.value, count });
    });
  }

  dissolve(groupId: GroupId): Done {
    return this.#change(groupId, (showId, { id, name }) => {
      const before = this.#standing(showId);
      const count = this.#itemsOf(id).length;
      deleteGroup(this.#room.db, id);
      return this.#done(showId, before, { kind: 'dissolved', name, count });
    });
  }

  /** Null: out of whatever group they are in. */
  assign(groupId: GroupId | null, productIds: readonly ProductId[]): Done {
    if (groupId === null) return this.#takeOut(productIds);
    return this.#change(groupId, (showId, { id, name }) => {
      const stranger = this.#strangerIn(productIds);
      if (stranger !== null) return stranger;
      const before = this.#standing(showId);
      this.#label(showId, productIds, id);
      return this.#done(showId, before, { kind: 'assigned', name, count: productIds.length });
    });
  }

  gather(groupId: GroupId, renumbered: number): Done {
    return this.#change(groupId, (showId, { id, name }) => {
      const numbers = gatheredNumbers(this.#shelf.items(), id);
      if (numbers.length !== renumbered) return fail('shelf_changed', {});
      const before = this.#standing(showId);
      for (const { productId, to } of numbers) {
        setLinkNumber(this.#room.db, showId, productId, to);
      }
      const count = this.#itemsOf(id).length;
      return this.#done(showId, before, { kind: 'gathered', name, count });
    });
  }

  undo(changeId: number): Done {
    const showId = this.#showId();
    if (showId === null) return fail('nothing_to_undo', {});
    const step = this.#history.last(showId, () => this.#standing(showId));
    if (step?.change.changeId !== changeId) return fail('shelf_changed', {});
    const { db } = this.#room;
    replaceGroups(db, showId, step.before.groups);
    for (const { productId, linkNumber, groupId } of step.before.places) {
      setLinkNumber(db, showId, productId, linkNumber);
      setGroup(db, showId, productId, groupId);
    }
    this.#history.dropLast();
    this.#shelf.reload();
    return ok({});
  }

  #takeOut(productIds: readonly ProductId[]): Done {
    const showId = this.#showId();
    if (showId === null) return fail('show_not_running', {});
    const stranger = this.#strangerIn(productIds);
    if (stranger !== null) return stranger;
    const before = this.#standing(showId);
    const wanted = new Set<number>(productIds);
    const inGroup = this.#shelf
      .items()
      .filter(({ productId, groupId }) => wanted.has(productId) && groupId !== null);
    const from = new Set(inGroup.map(({ groupId }) => groupId));
    const [only] = from;
    const name = from.size === 1 ? (this.#groups.find(({ id }) => id === only)?.name ?? '') : '';
    this.#label(showId, productIds, null);
    return this.#done(showId, before, { kind: 'takenOut', name, count: inGroup.length });
  }

  #showId(): number | null {
    const show = this.#room.show();
    return show === null || show.state === 'ended' ? null : show.id;
  }

  #find(groupId: number): StoredGroup | undefined {
    return this.#groups.find(({ id }) => id === groupId);
  }

  #itemsOf(groupId: number): readonly StoredItem[] {
    return this.#shelf.items().filter((item) => item.groupId === groupId);
  }

  #change(groupId: GroupId, work: (showId: number, group: StoredGroup) => Done): Done {
    const showId = this.#showId();
    if (showId === null) return fail('show_not_running', {});
    const group = this.#find(groupId);
    return group === undefined ? fail('unknown_group', {}) : work(showId, group);
  }

  /** `ownId`: the group that bears the name already, or may take it anew. */
  #freeName(typed: string, ownId: number | null): Result<string> {
    const named = groupNameOf(typed);
    if (!named.ok) return named;
    const held = this.#named(named.value);
    if (held === undefined || held.id === ownId) return named;
    return fail('group_exists', { name: held.name });
  }

  #named(name: string): StoredGroup | undefined {
    const key = groupNameKey(name);
    return this.#groups.find((group) => groupNameKey(group.name) === key);
  }

  #strangerIn(productIds: readonly ProductId[]): ReturnType<typeof fail> | null {
    const known = new Set(this.#shelf.items().map(({ productId }) => productId));
    const stranger = productIds.find((id) => !known.has(id));
    return stranger === undefined ? null : fail('unknown_product', { productId: stranger });
  }

  #label(showId: number, productIds: readonly ProductId[], groupId: number | null): void {
    for (const id of productIds) setGroup(this.#room.db, showId, id, groupId);
  }

  #standing(showId: number): Standing {
    const places = this.#shelf.items().map(({ productId, linkNumber, groupId }) => {
      return { productId, linkNumber, groupId };
    });
    return { groups: this.#groups, places, pushId: lastPushId(this.#room.db, showId) };
  }

  /** What was changed can be taken back from now on; where nothing was there is nothing to. */
  #done(showId: number, before: Standing, what: What): Done {
    this.#shelf.reload();
    const now = this.#standing(showId);
    const after = standingText(now);
    if (after === standingText(before)) return ok({});
    const earlier = new Map(before.places.map((place) => [place.productId, place.linkNumber]));
    const renumbered = now.places.flatMap(({ productId, linkNumber: to }) => {
      const from = earlier.get(productId) ?? to;
      return from === to ? [] : [{ from, to }];
    });
    this.#serial += 1;
    // Not the same after a restart either, for a desk that has not heard of it yet.
    const changeId = this.#room.ports.clock.wallNow() + this.#serial;
    this.#history.add(showId, { change: { changeId, ...what, renumbered }, before, after });
    return ok({});
  }
}
