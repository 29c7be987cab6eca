/** What a review is exported as, and what is said about it. */
export const exportsEn = {
  'review.noDuties': 'Nobody said who ran the desk.',
} as const;
