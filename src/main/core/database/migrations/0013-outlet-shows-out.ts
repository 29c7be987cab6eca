/** Shows that leave an outlet out; a show without a row goes to every outlet that is on. */
export const outletShowsOut = `
CREATE TABLE outlet_shows_out (
  outlet_id INTEGER NOT NULL REFERENCES outlets(id),
  show_id INTEGER NOT NULL REFERENCES shows(id),
  PRIMARY KEY (outlet_id, show_id)
) STRICT, WITHOUT ROWID;
`;
