import type { rotationCommands } from '#shared/contract/rotation-commands.ts';
import type { promiseCommands } from '#shared/contract/promise-commands.ts';
import type { outletCommands } from '#shared/contract/outlet-commands.ts';
import { fail, ok } from '#shared/contract/app-error.ts';
import type { Handler } from './handler.ts';

type Commands =
  | keyof typeof outletCommands
  | keyof typeof rotationCommands
  | keyof typeof promiseCommands;

/** Handlers of the commands about where pushes go, and about those that go by themselves. */
export const outletHandlers: { readonly [N in Commands]: Handler<N> } = {
  // Nothing of a rotation is stored; its pushes are, each in a commit of its own.
  'rotation.start': { mode: 'read', run: ({ room }, plan) => room.pushes.rotation.start(plan) },
  'rotation.pause': {
    mode: 'read',
    run: ({ room }, { isPaused }) => room.pushes.rotation.pause(isPaused),
  },
  'rotation.end': { mode: 'read', run: ({ room }) => room.pushes.rotation.end() },
  'promise.make': {
    mode: 'write',
    run: ({ room, identity }, input) => room.pushes.promises.make(input, identity.screenId),
  },
  'promise.settle': {
    mode: 'write',
    run: ({ room, identity }, { promiseId, outcome }) =>
      room.pushes.promises.settle(promiseId, outcome, identity.screenId),
  },
  'promise.reopen': {
    mode: 'write',
    run: ({ room, identity }, { promiseId }) =>
      room.pushes.promises.reopen(promiseId, identity.screenId),
  },
  'outlet.put': {
    mode: 'write',
    run: ({ room }, { outletId, name, config }) => room.pushes.outlets.put(outletId, name, config),
  },
  'outlet.setSecret': {
    mode: 'read',
    run: ({ room }, { outletId, part, secret }) =>
      room.pushes.outlets.setSecret(outletId, part ?? 'key', secret),
  },
  'outlet.setOn': {
    mode: 'write',
    run: ({ room }, { outletId, isOn }) => room.pushes.outlets.setOn(outletId, isOn),
  },
  'outlet.setInShow': {
    mode: 'write',
    run: ({ room }, { outletId, isIn }) => room.pushes.outlets.setInShow(outletId, isIn),
  },
  'outlet.setOnFor': {
    mode: 'write',
    run: ({ room }, { outletId, productId, isOn }) =>
      room.catalogue.byId(productId) === undefined
        ? fail('unknown_product', { productId })
        : room.pushes.outlets.setOnFor(outletId, productId, isOn),
  },
  'outlet.remove': {
    mode: 'write',
    run: ({ room }, { outletId }) => room.pushes.outlets.remove(outletId),
    after: ({ room }, { outletId }) => room.pushes.outlets.forget(outletId),
  },
  'outlet.list': {
    mode: 'read',
    run: async ({ room }, { outletId }) => {
      const list = await room.pushes.outlets.list(outletId);
      if (!list.ok || list.value.list === null) return list.ok ? ok({ list: null }) : list;
      const { scenes, sources, items } = list.value.list;
      return ok({ list: { scenes: [...scenes], sources: [...sources], items: [...items] } });
    },
  },
  'outlet.pushAgain': {
    mode: 'write',
    run: ({ room }, { pushId, outletId }) => room.pushes.pushAgain(pushId, outletId),
  },
  'outlet.confirm': {
    mode: 'read',
    run: ({ room }, { pushId, outletId, isDone }) =>
      room.pushes.outlets.confirm(pushId, outletId, isDone),
  },
};
