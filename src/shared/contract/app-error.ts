import { z } from 'zod';

/**
 * Everything that can be refused in the expected course of work. A screen translates the code with
 * its parameters (`error.<code>` in the key set); the core never sends sentences.
 */
export const ERROR_CODES = [
  'bad_request',
  'not_allowed',
  'protocol_mismatch',
  'unknown_room',
  'room_exists',
  'room_name_taken',
  'unknown_show',
  'unknown_source',
  'unknown_platform',
  'unknown_product',
  'unknown_cue',
  'unknown_call',
  /** The prompter shows another text by now. */
  'prompter_moved_on',
  'unknown_question',
  'unknown_message',
  'unknown_figures',
  'unknown_import',
  /** The same file holds already: `name`. */
  'import_known',
  /** Another table of the same platform and kind holds: `name`. */
  'import_replaces',
  'import_misfit',
  'unknown_benefit',
  'too_many_benefits',
  'unknown_targets',
  'no_earlier_targets',
  /** A variable of a cue has no value now: `names` are the variables as they are written. */
  'cue_value_missing',
  /** Braces around a word that is no variable: `names`. */
  'cue_variable_unknown',
  /** Somebody settled them meanwhile, or they are due no more. */
  'thanks_gone',
  'unknown_anchor',
  'anchor_exists',
  'unknown_alert',
  'unknown_proposal',
  'alert_rule_refused',
  'preset_refused',
  'unknown_block',
  /** What is on air, or was, stays in the plan as it was. */
  'block_on_air',
  'no_block_runs',
  /** None comes after the running block, or none is before it. */
  'no_next_block',
  'unknown_item',
  'nothing_to_carry',
  'unknown_screen',
  'unknown_person',
  /** Another desk has changed the note about a person meanwhile; nothing was written over. */
  'note_changed',
  'show_already_running',
  'show_not_running',
  'show_wrong_state',
  /** It runs or is being planned: it cannot be put away or compared. */
  'show_in_use',
  /** `reason` says what keeps two shows from being one. */
  'shows_not_mergeable',
  'nothing_armed',
  'armed_product_changed',
  /** Sold out, nearly gone or a price that cannot be: until it is overruled. */
  'push_stopped',
  'undo_too_late',
  'nothing_to_undo',
  'nothing_to_rotate',
  'unknown_promise',
  /** Something that this kind of promise needs was not said: `what` names it. */
  'promise_incomplete',
  'too_many_promises',
  'channel_invalid',
  'address_invalid',
  'source_exists',
  'login_invalid',
  'login_needs_encryption',
  'secret_unwritable',
  'source_switched_off',
  /** Its link does not stand, so nothing was sent. */
  'source_not_ready',
  /** The source's feed or its platform has no such thing. */
  'chat_act_impossible',
  'unknown_outlet',
  /** A field of an outlet is wrong: `what` names it. */
  'outlet_refused',
  'nothing_to_confirm',
  'nothing_to_push_again',
  /** The room takes no events of bridges. */
  'inbound_off',
  'unknown_group',
  'group_empty',
  /** Another group of this shelf has the name. */
  'group_exists',
  /** Somebody changed the shelf since what the operator saw. */
  'shelf_changed',
  'link_number_taken',
  'product_code_taken',
  'product_in_use',
  /** Bytes that are no picture as Cuedesk takes them: `reason` says why. */
  'image_refused',
  'image_unreachable',
  'image_gone',
  'unknown_mark',
  /** A moment before a show began or after it ended. */
  'outside_show',
  'paste_changed',
  'paste_pushed',
  'paste_in_use',
  'value_out_of_range',
  'text_too_long',
  'text_missing',
  'too_many',
  'pairing_code_wrong',
  'pairing_code_expired',
  'pairing_locked',
  'screen_requests_full',
  'unknown_screen_request',
  'address_unavailable',
  /** Another program still holds the port at which screens look for the desk. */
  'port_taken',
  'file_unreadable',
  'file_bad_line',
  'store_full',
  'store_unwritable',
  'store_newer',
  'store_in_use',
  'store_on_air',
  'store_on_network',
  'unknown_backup',
  'backup_damaged',
  'settings_unwritable',
  /** A file of settings has a wrong value; nothing of it was taken. */
  'settings_import_refused',
  'settings_words_refused',
  /** A person is being erased, or an export or import runs: one at a time. */
  'data_busy',
  'folder_unwritable',
  'file_exists',
  'import_refused',
  /** What was written is not what the store holds when it is read back. */
  'export_damaged',
  /** Nothing on this machine can make a PDF or a picture: `looked` says what was looked for. */
  'printer_missing',
  'printer_failed',
  'speed_not_changeable',
  /** Made by a screen alone: the core could not be asked just now. */
  'link_lost',
  /** A command larger than a desk may send: a screen does not send it, a window's port does not take it. */
  'message_too_large',
  'internal',
] as const;
export const ErrorCode = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof ErrorCode>;

export const AppError = z.strictObject({
  code: ErrorCode,
  /** Values for the translated sentence: what, where, how much. Never secrets, never chat text. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type AppError = z.infer<typeof AppError>;

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(
  code: ErrorCode,
  params: Readonly<Record<string, string | number>>,
): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: { code, params: { ...params } } };
}
