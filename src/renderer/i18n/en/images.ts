import type { imagesZhCn } from '../zh-cn/images.ts';

/** Pictures of products: how they come in, and what became of them. */
export const imagesEn: Record<keyof typeof imagesZhCn, string> = {
  'image.title': 'Picture',
  'image.choose': 'Choose a picture',
  'image.replace': 'Replace it',
  'image.remove': 'Remove it',
  'image.hint':
    'Or drop one here, or copy one and press {keys} here. PNG, JPEG, WebP or GIF, up to 5 MB; it is changed at once.',
  'image.address': 'Address of a picture (https://…)',
  'image.fetch': 'Fetch',
  'image.clipboard': 'the picture of the clipboard',
  'image.working': 'Drawing the picture …',
  'image.taken': 'The picture was changed.',
  'image.removed': 'The picture was removed.',
  'image.undone': 'The picture from before is back.',
  'image.undo': 'Undo',
  'image.redo': 'Redo',
  'image.missing': 'The file of this picture is not there; choose it again',
  'image.saveFirst': 'Save the product first, then give it a picture.',
};
