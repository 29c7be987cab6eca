import type { errorsZhCn } from '../zh-cn/errors.ts';

/** One sentence for each error code of the contract: what happened and what to do next. */
export const errorsEn: Record<keyof typeof errorsZhCn, string> = {
  'error.bad_request': 'Not done: “{what}” is not what was expected.',
  'error.not_allowed': 'This screen is not allowed to do that.',
  'error.protocol_mismatch': 'The screen and the core are of different versions. Load it again.',
  'error.unknown_room': 'There is no such room.',
  'error.room_name_taken':
    'There is already a room called “{name}”; give this one another name, so that they can be told apart.',
  'error.room_exists': 'There is already a room “{roomId}”.',
  'error.unknown_show': 'There is no such show.',
  'error.unknown_source': 'This source is not there any more.',
  'error.unknown_platform': 'This platform is not supported yet.',
  'error.unknown_outlet': 'This place is not there any more.',
  'error.inbound_off': 'The bridge is off, perhaps switched off at another desk.',
  'error.outlet_refused': '“{what}” does not hold ({given}); nothing was changed.',
  'error.nothing_to_confirm': 'Nothing waits to be confirmed by hand.',
  'error.nothing_to_push_again':
    'That pin is off by now, still under way, or never went there; nothing was sent.',
  'error.image_refused': 'The picture “{name}” was not taken: {reason}. Nothing was changed.',
  'error.image_unreachable':
    'No picture could be fetched from {host}: {reason}. Nothing was changed.',
  'error.unknown_mark': 'This show has no such mark. Nothing was changed.',
  'error.outside_show':
    'That moment is not within the show. Choose one between its start and its end; nothing was changed.',
  'error.image_gone': 'That picture is not there any more; choose it again. Nothing was changed.',
  'error.unknown_product': 'This product is not on the shelf of this show.',
  'error.unknown_import': 'This table is not taken in any more, so nothing was changed.',
  'error.import_known': 'This very file was taken in already as “{name}”. Nothing was changed.',
  'error.import_replaces':
    '“{name}” of the same platform holds already. Say that it is replaced, or take it out first; nothing was changed.',
  'error.import_misfit':
    'The table does not fit this show, so nothing of it was taken in. Open the file again.',
  'error.unknown_benefit': 'This benefit is not there any more, so nothing was changed.',
  'error.too_many_benefits': 'A show has {max} benefits at most; nothing was added.',
  'error.unknown_figures': 'These figures were taken back already.',
  'error.unknown_targets': 'These targets were taken back already.',
  'error.no_earlier_targets': 'No earlier show has targets that could be carried over.',
  'error.preset_refused': 'The preset of {figure} cannot be ({fault}). Nothing was changed.',
  'error.cue_value_missing':
    '{names} has no value now, so the cue was not sent. Change its text, or send it when there is one.',
  'error.cue_variable_unknown': '{names} is no variable, so the cue was not sent. Change its text.',
  'error.thanks_gone': 'These thanks were settled already, or are due no more.',
  'error.unknown_anchor': 'This host is not listed any more.',
  'error.anchor_exists': 'There is a host “{name}” already.',
  'error.unknown_proposal': 'This proposal was sent, dropped or is out of date: nothing was sent.',
  'error.unknown_alert': 'This alert is not listed any more.',
  'error.alert_rule_refused': 'The rule “{rule}” cannot be ({fault}). Nothing was changed.',
  'error.unknown_question': 'This question is not held any more.',
  'error.unknown_message': 'This message is not in this show’s chat any more.',
  'error.source_not_ready':
    '{channel} is not connected just now, so nothing was done. Try again when it receives.',
  'error.chat_act_impossible': 'That cannot be done here: {reason}.',
  'error.unknown_call': 'This call for help is not there.',
  'error.prompter_moved_on': 'The prompter shows another text by now.',
  'error.unknown_cue': 'This cue is not there; it may have been withdrawn.',
  'error.unknown_block': 'The run of show has no such block.',
  'error.block_on_air':
    '“{title}” is on air or was, so it stays in the run of show. Nothing was changed.',
  'error.no_block_runs': 'No block runs now. Start one first.',
  'error.no_next_block': 'There is no other block there. Nothing was changed.',
  'error.unknown_item':
    'The checklist has no such item; it may have been removed just now. Nothing was changed.',
  'error.nothing_to_carry': 'There is nothing to take over from earlier shows.',
  'error.unknown_screen': 'This screen is not there; it may have been unpaired.',
  'error.unknown_person': 'There is no such person; they may have been erased.',
  'error.note_changed':
    'Another desk has just changed this note; it was not written over. Look at it, then save again.',
  'error.data_busy': 'An erasure, export or import is running. Try again when it is done.',
  'error.folder_unwritable':
    'The folder {folder} cannot be written. Give a full path of this machine that can.',
  'error.file_exists': 'The file {path} is there already. Choose another name.',
  'error.import_refused':
    'Problems in the file: {count}. It was not imported; nothing has changed.',
  'error.export_damaged':
    'What was written did not read back right, so the file was removed; the data here is untouched. Export to another disk.',
  'error.printer_missing':
    'No browser on this computer can make a PDF or a picture (looked for {looked}). Install Chrome or Edge, or name one in the environment variable CUEDESK_BROWSER; or open the page to print it and choose “Save as PDF” there.',
  'error.printer_failed':
    'The PDF or picture was not made ({reason}); no file was left. Try again, or open the page and print it.',
  'error.show_already_running': '“{title}” has not ended. End it first.',
  'error.show_not_running': 'No show is running now.',
  'error.show_wrong_state': 'The show cannot do this in its present state.',
  'error.show_in_use': '“{title}” is still running or being planned. End it first, then try again.',
  'error.shows_not_mergeable': 'These shows cannot be put together: {reason}. Nothing was changed.',
  'error.nothing_armed': 'Nothing is armed; it may have disarmed by itself.',
  'error.armed_product_changed':
    'The armed product has just changed. Look again, then press once more.',
  'error.undo_too_late': 'The 5 seconds for undo are over.',
  'error.unknown_promise': 'This promise is settled already, or not of this show.',
  'error.promise_incomplete': 'Something this promise needs was not said: {what}.',
  'error.too_many_promises': '{most} promises are open. Settle one first.',
  'error.nothing_to_rotate': 'Nothing rotates now.',
  'error.nothing_to_undo': 'There is nothing to undo.',
  'error.channel_invalid':
    '“{channel}” is no channel name. Give 2 to 25 letters, digits or underscores, or the full address of the channel.',
  'error.address_invalid':
    '“{address}” is no address of a chat server. For example: ws://127.0.0.1:8080',
  'error.source_exists': 'The channel {channel} is already among the sources.',
  'error.login_invalid': 'The login name or the token is malformed. Check it and try again.',
  'error.login_needs_encryption':
    'This server address is not encrypted, so no token is sent there. Use a wss:// address.',
  'error.secret_unwritable':
    'The token could not be saved ({reason}). Check the disk and permissions, then try again.',
  'error.source_switched_off':
    'This source is switched off, so its data was not taken. Switch it on and send again.',
  'error.unknown_group':
    'This show’s shelf has no such group; it may just have been dissolved. Nothing was changed.',
  'error.group_empty': 'This group has no products yet, so nothing began. Put some into it first.',
  'error.group_exists':
    'There is a group “{name}” already; nothing was changed. Take another name, or put the products into that one.',
  'error.shelf_changed':
    'The shelf was changed meanwhile; nothing was changed now. Look at it and try again.',
  'error.link_number_taken': 'Link number {linkNumber} is taken by “{name}”.',
  'error.product_code_taken':
    'The code {code} is already that of “{name}”. Look at the preview again; nothing was changed.',
  'error.product_in_use':
    '“{name}” is in a show, a cue or a block, so it stays in the catalogue. Nothing was changed.',
  'error.paste_changed':
    'The shelf was changed after the paste, so it cannot be undone as a whole. Nothing was changed; edit the products one by one.',
  'error.paste_pushed':
    'A product was pinned after the paste, so it cannot be undone as a whole. Nothing was changed; remove products one by one.',
  'error.paste_in_use':
    '“{name}” is in a cue, a block or another show by now, so the paste cannot be undone as a whole. Nothing was changed.',
  'error.value_out_of_range':
    '“{what}” is {given}, beyond the limit of {limit}. Nothing was changed.',
  'error.text_too_long':
    '“{what}” takes {max} characters and was given {given}. Nothing was changed.',
  'error.text_missing': '“{what}” is empty. Fill it in; nothing was changed.',
  'error.too_many': '“{what}” takes {max} entries and was given {given}. Nothing was changed.',
  'error.message_too_large':
    'That is {kilobytes} KB, and {max} KB go at once, so nothing was sent. Shorten it and try again.',
  'error.pairing_code_wrong': 'The code is wrong.',
  'error.pairing_code_expired': 'The code has expired. Make a new one on the desk.',
  'error.pairing_locked': 'Too many tries. Make a new code on the desk.',
  'error.screen_requests_full': 'Too many devices are waiting. Let them in or refuse them first.',
  'error.unknown_screen_request': 'This request was answered already or has ended.',
  'error.address_unavailable': 'The network address {address} cannot be used now. Choose another.',
  'error.port_taken':
    'Port {port} is still taken by another program; screens stay where they are. Close it first.',
  'error.file_unreadable':
    'The file {path} cannot be opened ({reason}). Check its path and permissions; nothing was changed.',
  'error.file_bad_line':
    'The file {path} cannot be replayed: line {line} ({reason}). Choose a JSONL of events, or a .txt of raw chat lines; no show was made.',
  'error.store_full': 'The disk is full and new data cannot be stored. Free some space now.',
  'error.store_unwritable':
    'The data cannot be written ({reason}). Check the disk and permissions.',
  'error.store_newer':
    'The data was written by a newer Cuedesk (data version {storeVersion}, this program knows {programVersion}). Update Cuedesk first.',
  'error.store_in_use': 'Another Cuedesk is using the data folder {folder}. Close it first.',
  'error.store_on_network':
    'The data folder {folder} is on a network drive ({kind}), where it gets damaged. Choose one on this machine.',
  'error.store_on_air': '“{title}” is on air; a backup can be restored once it has ended.',
  'error.unknown_backup': 'There is no backup “{name}”.',
  'error.backup_damaged': 'The backup “{name}” did not pass its check and was not used.',
  'error.settings_unwritable':
    'The settings file {path} cannot be written ({reason}), so this holds in this window alone. Check disk space and permissions, then choose again.',
  'error.settings_import_refused':
    'Problems in the settings file: {count}. The first is “{where}”: {given}. Nothing was changed.',
  'error.settings_words_refused': 'The word “{word}” cannot be used. Nothing was changed.',
  'error.speed_not_changeable': 'The speed of a live show cannot be changed.',
  'error.link_lost':
    'The link to the core is lost, so nothing was done. Try again when it is back.',
  'error.internal': 'Something unexpected failed in the core; this step was not done.',
  'error.push_stopped': 'Stopped: {reason}. Overrule it first if it is meant.',
};
