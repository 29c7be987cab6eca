import type { inputZhCn } from '../zh-cn/input.ts';

/** What is said of something pasted that a field does not take, and fields as refusals name them. */
export const inputEn: Record<keyof typeof inputZhCn, string> = {
  'paste.table':
    'That is a table of {rows} × {columns} cells. This field takes one line; nothing was changed.',
  'paste.lines': 'Those are {lines} lines. This field takes one; nothing was changed.',
  'paste.tooLong':
    'That text has {count} characters, and {max} more fit here. Nothing was changed.',
  'paste.withExample': '{why} For example: {example}',
  'paste.deskTable':
    'A table of {rows} × {columns} cells was pasted with no field chosen, so nothing was changed. Click the field it belongs in and paste one value.',
  'paste.file':
    'Files cannot be dropped here. Nothing was changed. Tables of products go to Catalogue → Import.',
  'field.outlets': 'places',
  'field.template': 'text',
  'field.url': 'address',
  'field.source': 'source',
  'field.action': 'action',
  'field.text': 'Text',
  'field.note': 'Note',
  'field.group': 'Group',
  'field.groupName': 'Group name',
  'field.groups': 'Groups',
  'field.name': 'Name',
  'field.title': 'Name',
  'field.code': 'Code',
  'field.channel': 'Channel',
  'field.address': 'Address',
  'field.currency': 'Currency',
  'field.timeZone': 'Time zone',
  'field.file': 'Path of the file',
  'field.speed': 'Speed',
  'field.linkNumber': 'Link number',
  'field.priceMinor': 'Price',
  'field.listPriceMinor': 'List price',
  'field.couponPriceMinor': 'Price with coupon',
  'field.stock': 'Stock',
  'field.benefit': 'Benefit',
  'field.say': 'Phrase to say',
  'field.hook': 'Hook',
  'field.look': 'Look',
  'field.story': 'Story',
  'field.value': 'Value',
  'field.callToAction': 'Call to action',
  'field.events': 'Events',
  'field.productIds': 'Order of products',
};
