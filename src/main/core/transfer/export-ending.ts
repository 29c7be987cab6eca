/** How an export's file is named, and what the system opens with Cuedesk. */
export const EXPORT_ENDING = '.cuedesk';
