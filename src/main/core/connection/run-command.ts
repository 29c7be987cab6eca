import { z } from 'zod';

import { AppError, fail, ok, type Result } from '#shared/contract/app-error.ts';
import { commands, isCommandName, type CommandName } from '#shared/contract/contract.ts';
import type { CommandFrame } from '#shared/contract/frames.ts';
import { CommitFailed, type Committer } from '../room/committer.ts';
import { isDamage } from '../store/engine.ts';
import { recordResult, resultOf } from './commands.queries.ts';
import type { CommandContext } from './command-context.ts';
import { handlers } from './handlers.ts';
import { requestFault } from './request-fault.ts';

const Recorded = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: AppError }),
]);

/**
 * Parses, checks the caller, runs once per commandId, and answers after the commit. Everything that
 * can be expected to go wrong comes back as an AppError; what is a bug throws.
 */
export async function runCommand(
  context: CommandContext,
  committer: Committer,
  frame: CommandFrame,
): Promise<Result<unknown>> {
  try {
    return await runOnce(context, committer, frame);
  } catch (error) {
    // The store's keeper has heard of it and has the store mended.
    if (!isDamage(error)) throw error;
    return fail('store_unwritable', { folder: '', reason: 'SQLITE_CORRUPT' });
  }
}

async function runOnce(
  context: CommandContext,
  committer: Committer,
  frame: CommandFrame,
): Promise<Result<unknown>> {
  const { name } = frame;
  if (!isCommandName(name)) return fail('bad_request', { what: 'name' });
  const callers: readonly string[] = commands[name].callers;
  if (!callers.includes(context.identity.role)) {
    return fail('not_allowed', { command: name, role: context.identity.role });
  }
  const input = commands[name].input.safeParse(frame.input);
  if (!input.success) return requestFault(input.error.issues[0], frame.input);
  const handler = handlerOf(name);
  if (handler.mode === 'read') return handler.run(context, input.data);

  const { db, ports, roomId } = context.room;
  const known = () => {
    const earlier = resultOf(db, frame.commandId);
    return earlier === undefined ? null : Recorded.parse(JSON.parse(earlier));
  };
  if (committer.isHeld()) await committer.whenFree();
  const earlier = known();
  if (earlier !== null) return earlier;
  if (handler.prepare !== undefined) {
    const prepared = await handler.prepare(context, input.data);
    if (committer.isHeld()) await committer.whenFree();
    // Sent again meanwhile, it may have been done.
    const meanwhile = known();
    if (meanwhile !== null) return meanwhile;
    if (!prepared.ok) return prepared;
  }
  let result: Result<unknown>;
  try {
    result = committer.runNow(() => {
      const outcome = handler.run(context, input.data);
      const done = { roomId, name, doneTs: ports.clock.wallNow() };
      recordResult(db, { commandId: frame.commandId, result: JSON.stringify(outcome), ...done });
      return outcome;
    });
  } catch (error) {
    if (error instanceof CommitFailed) return { ok: false, error: error.error };
    throw error;
  }
  if (result.ok) await handler.after?.(context, input.data);
  return result.ok ? ok(result.value) : result;
}

type AnyHandler =
  | {
      readonly mode: 'write';
      prepare?(context: CommandContext, input: unknown): Promise<Result<unknown>>;
      run(context: CommandContext, input: unknown): Result<unknown>;
      after?(context: CommandContext, input: unknown): Promise<void>;
    }
  | {
      readonly mode: 'read';
      run(context: CommandContext, input: unknown): Result<unknown> | Promise<Result<unknown>>;
    };

/** The table's entries differ in their input; it was parsed by the very entry that is run. */
function handlerOf(name: CommandName): AnyHandler {
  return handlers[name] as AnyHandler;
}
