import type { CommandId, RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** The first result of a command, as it was recorded; undefined when it never ran. */
export function resultOf(db: ReadableDatabase, commandId: CommandId): string | undefined {
  return db.get<{ result: string }>(
    sql`SELECT result FROM commands WHERE command_id = ${commandId}`,
  )?.result;
}

export function recordResult(
  db: WritableDatabase,
  command: {
    readonly commandId: CommandId;
    readonly roomId: RoomId;
    readonly name: string;
    readonly result: string;
    readonly doneTs: number;
  },
): void {
  db.run(sql`INSERT INTO commands (command_id, room_id, name, result, done_ts)
    VALUES (${command.commandId}, ${command.roomId}, ${command.name}, ${command.result}, ${command.doneTs})`);
}
