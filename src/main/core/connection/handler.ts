import type { Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/contract.ts';
import type { CommandContext } from './command-context.ts';

/** What answers a command. */
export type Handler<N extends CommandName> =
  /** Changes the store: runs in one transaction with the record of its result, once per commandId. */
  | {
      readonly mode: 'write';
      /** Before the transaction: looks at what takes time, changes nothing, and may refuse. */
      prepare?(context: CommandContext, input: CommandInput<N>): Promise<Result<unknown>>;
      run(context: CommandContext, input: CommandInput<N>): Result<CommandOutput<N>>;
      /** After the commit, before the answer. */
      after?(context: CommandContext, input: CommandInput<N>): Promise<void>;
    }
  /** Reads, or changes only what is not stored. */
  | {
      readonly mode: 'read';
      run(
        context: CommandContext,
        input: CommandInput<N>,
      ): Result<CommandOutput<N>> | Promise<Result<CommandOutput<N>>>;
    };
