/**
 * `events_states`: what platforms told of their streams (16), and which products they called sold out
 * (19): few rows that the review of a long show asks for.
 */
export const toldStates = `
CREATE INDEX events_states ON events (show_id, event_ts)
  WHERE kind = 16 OR (kind = 19 AND json_extract(body, '$.state') = 'soldout');
`;
