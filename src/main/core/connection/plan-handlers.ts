import { ok } from '#shared/contract/app-error.ts';
import type { blockCommands } from '#shared/contract/block-commands.ts';
import type { planCommands } from '#shared/contract/plan-commands.ts';
import { planFile } from '../planning/plan-file.ts';
import { productById } from '../shelf/catalogue/product.queries.ts';
import type { Room } from '../room/room.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about the run of show, planned and on air. */
export const planHandlers: {
  readonly [N in keyof typeof blockCommands | keyof typeof planCommands]: Handler<N>;
} = {
  'block.start': {
    mode: 'write',
    run: ({ room }, { blockId }) => room.blocks.start(blockId),
    after: async ({ room }) => armOfBlock(room),
  },
  'block.next': {
    mode: 'write',
    run: ({ room }) => room.blocks.next(),
    after: async ({ room }) => armOfBlock(room),
  },
  'block.previous': {
    mode: 'write',
    run: ({ room }) => room.blocks.previous(),
    after: async ({ room }) => armOfBlock(room),
  },
  'block.skip': {
    mode: 'write',
    run: ({ room }, { blockId, isSkipped }) => room.blocks.skip(blockId, isSkipped),
    after: async ({ room }) => armOfBlock(room),
  },
  'block.extend': { mode: 'write', run: ({ room }, { byMs }) => room.blocks.extend(byMs) },
  'block.hold': { mode: 'write', run: ({ room }, { isHeld }) => room.blocks.hold(isHeld) },

  'plan.get': { mode: 'read', run: ({ room }) => room.blocks.plan.get() },
  'plan.edit': { mode: 'write', run: ({ room }, input) => room.blocks.plan.edit(input) },
  'plan.undo': { mode: 'write', run: ({ room }) => room.blocks.plan.undo() },
  'plan.redo': { mode: 'write', run: ({ room }) => room.blocks.plan.redo() },
  'plan.export': {
    mode: 'read',
    run: ({ room, transfers }, { format, language }) => {
      const plan = room.blocks.plan.get();
      if (!plan.ok) return plan;
      const { blocks } = plan.value;
      const codeOf = (id: number): string => productById(room.db, room.roomId, id)?.code ?? '';
      const file = planFile({ ...plan.value, codeOf }, format, language);
      const saved = transfers.saveCatalogue('plan', format, file);
      return saved.ok ? ok({ path: saved.value.path, blocks: blocks.length }) : saved;
    },
  },

  'checklist.get': { mode: 'read', run: ({ room }) => room.blocks.checklist.get() },
  'checklist.put': { mode: 'write', run: ({ room }, input) => room.blocks.checklist.put(input) },
  'checklist.remove': {
    mode: 'write',
    run: ({ room }, input) => room.blocks.checklist.remove(input),
  },
  'checklist.carry': { mode: 'write', run: ({ room }) => room.blocks.checklist.carry() },
  'checks.overrule': {
    mode: 'write',
    run: ({ room, identity }, input) => room.blocks.checklist.overrule(input, identity.screenId),
  },
};

/** Where the show is planned so: the product of the block that began waits for GO, and nothing fires. */
function armOfBlock(room: Room): void {
  const productId = room.blocks.takeToArm();
  if (productId === null || room.pushes.onShelf() === productId) return;
  const item = room.catalogue.byId(productId);
  if (item !== undefined) room.pushes.arm(item.linkNumber);
}
