import { ok, type Result } from '#shared/contract/app-error.ts';
import type { chatCommands } from '#shared/contract/chat-commands.ts';
import type { warningCommands } from '#shared/contract/warning-commands.ts';
import type { LineAct } from '#shared/model/chat-act.ts';
import { actedLine } from '../chat/acted-line.ts';
import type { CommandContext } from './command-context.ts';
import type { Handler } from './handler.ts';

type Commands = keyof typeof chatCommands | keyof typeof warningCommands;
type Asked = Result<{ actSeq: number }>;

/** Handlers of what is done in a platform's chat, and of its warnings. */
export const chatHandlers: { readonly [N in Commands]: Handler<N> } = {
  'chat.send': {
    mode: 'write',
    run: ({ room, identity }, input) => room.acts.send(input, identity.screenId),
    after: begin,
  },
  'chat.delete': {
    mode: 'write',
    run: (context, input) => on('delete', context, input),
    after: begin,
  },
  'chat.timeout': {
    mode: 'write',
    run: ({ room, identity }, { lineSeq, durationS }) =>
      room.acts.actOn('timeout', lineSeq, durationS, identity.screenId),
    after: begin,
  },
  'chat.ban': { mode: 'write', run: (context, input) => on('ban', context, input), after: begin },
  'chat.unban': {
    mode: 'write',
    run: (context, input) => on('unban', context, input),
    after: begin,
  },
  'chat.pin': { mode: 'write', run: (context, input) => on('pin', context, input), after: begin },
  'chat.unpin': {
    mode: 'write',
    run: (context, input) => on('unpin', context, input),
    after: begin,
  },
  'chat.toAnchor': {
    mode: 'write',
    run: ({ room }, { lineSeq }) => {
      const line = actedLine(room, lineSeq);
      return line.ok ? room.questions.sendLine(lineSeq, line.value.text ?? '') : line;
    },
  },
  'chat.page': {
    mode: 'read',
    run: ({ room }, { beforeSeq, limit }) => ok({ events: [...room.chatBefore(beforeSeq, limit)] }),
  },
  'warning.acknowledge': {
    mode: 'write',
    run: ({ room }, { seq }) => room.compliance.warnings.acknowledge(seq),
  },
  'warning.note': {
    mode: 'write',
    run: ({ room, identity }, input) => room.compliance.warnings.note(input, identity.screenId),
  },
};

function on(
  act: LineAct,
  { room, identity }: CommandContext,
  { lineSeq }: { lineSeq: number },
): Asked {
  return room.acts.actOn(act, lineSeq, null, identity.screenId);
}

/** What the commit wrote is asked of the platform. */
async function begin({ room }: CommandContext): Promise<void> {
  room.acts.begin();
}
