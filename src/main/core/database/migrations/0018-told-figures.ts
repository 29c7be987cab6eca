/**
 * What the review of a long show reads of its events, so that it opens at once.
 *
 * `events_orders`, `events_viewers` and `events_clicks` hold what orders (17), viewer figures (14) and
 * products as platforms tell them (19) say: no event is opened for it.
 *
 * `chat_tens`: chat lines (1) in each ten seconds of a show, over all its sources.
 */
export const toldFigures = `
CREATE INDEX events_orders ON events (show_id, event_ts, json_extract(body, '$.status'),
  json_extract(body, '$.productId'), json_extract(body, '$.money.currency'),
  json_extract(body, '$.money.exponent'), json_extract(body, '$.money.amountMinor'),
  json_extract(body, '$.qty')) WHERE kind = 17;

CREATE INDEX events_viewers ON events (show_id, event_ts, source_room_id,
  json_extract(body, '$.current'), json_extract(body, '$.total'),
  json_extract(body, '$.isApprox')) WHERE kind = 14;

CREATE INDEX events_clicks ON events (show_id, event_ts, json_extract(body, '$.platform'),
  json_extract(body, '$.productId'), json_extract(body, '$.clicks')) WHERE kind = 19;

CREATE TABLE chat_tens (
  show_id INTEGER NOT NULL REFERENCES shows(id),
  ten INTEGER NOT NULL,
  chats INTEGER NOT NULL,
  PRIMARY KEY (show_id, ten)
) STRICT, WITHOUT ROWID;

INSERT INTO chat_tens (show_id, ten, chats)
  SELECT show_id, event_ts / 10000, count(*) FROM events WHERE kind = 1 GROUP BY 1, 2;
`;
