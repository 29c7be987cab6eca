/**
 * The index by show time also holds kind and person, so that a show is taken up again after a crash
 * without reading its events.
 */
export const eventsByShow = `
DROP INDEX events_by_minute;
CREATE INDEX events_by_minute ON events (show_id, event_ts, kind, person_id);
`;
