/** Pictures of products: how they come in, and what became of them. */
export const imagesZhCn = {
  'image.title': '图片',
  'image.choose': '选择图片',
  'image.replace': '换一张',
  'image.remove': '移除图片',
  'image.hint':
    '也可以把图片拖到这里，或复制后在这里按 {keys}。PNG、JPEG、WebP、GIF，最大 5 MB；改动立即生效。',
  'image.address': '图片网址（https://…）',
  'image.fetch': '取图',
  'image.clipboard': '剪贴板里的图片',
  'image.working': '正在处理图片…',
  'image.taken': '图片已更新。',
  'image.removed': '图片已移除。',
  'image.undone': '已恢复之前的图片。',
  'image.undo': '撤销',
  'image.redo': '重做',
  'image.missing': '图片文件不在了，请重新选择',
  'image.saveFirst': '先保存商品，再给它配图片。',
} as const;
