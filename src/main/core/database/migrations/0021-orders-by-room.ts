/**
 * `events_orders` says whose room an order came from too: what a show sold on each of its platforms is
 * read with the orders themselves.
 *
 * Peaks of viewers and views are those of every room a source carries, as the mean always was: rows of
 * shows where that makes a difference are counted again.
 */
export const ordersByRoom = `
DROP INDEX events_orders;
CREATE INDEX events_orders ON events (show_id, event_ts, source_room_id,
  json_extract(body, '$.status'), json_extract(body, '$.productId'),
  json_extract(body, '$.money.currency'), json_extract(body, '$.money.exponent'),
  json_extract(body, '$.money.amountMinor'), json_extract(body, '$.qty')) WHERE kind = 17;

DELETE FROM show_figures WHERE show_id IN (
    SELECT show_id FROM minute_counts WHERE viewers_last IS NOT NULL
    GROUP BY show_id HAVING count(DISTINCT source_room_id) > 1)
  OR viewers_peak < (SELECT max(viewers) FROM (
    SELECT sum(m.viewers_last) AS viewers FROM minute_counts m
    WHERE m.show_id = show_figures.show_id GROUP BY m.minute));
`;
