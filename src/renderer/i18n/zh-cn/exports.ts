/** What a review is exported as, and what is said about it. */
export const exportsZhCn = {
  'review.noDuties': '没有记录谁在值中控。',
} as const;
