import { expectShow } from './expect-totals.ts';
import { meanOf, middleOf, sum, type PlainSql, type Row } from './plain-sql.ts';

type Minute = { readonly minute: number; readonly online: number | null; readonly joins: number };
type Source = {
  readonly id: number;
  readonly platform: string;
  readonly minutes: readonly Minute[];
};
type Net = {
  readonly minute: number;
  readonly before: number;
  readonly online: number;
  readonly joins: number;
};

/** Each source's minutes: its last figure of people online, and who came in. */
function sourcesOf(sql: PlainSql): Source[] {
  const rows = sql.rows(
    `WITH e AS (SELECT e.*, r.source_id AS source, r.platform, event_ts / 60000 AS minute
         FROM events e JOIN source_rooms r ON r.id = e.source_room_id
         WHERE e.show_id = :show AND r.platform <> 'bridge'),
       online AS MATERIALIZED (SELECT source, minute, json_extract(body, '$.current') AS n, row_number() OVER (
         PARTITION BY source, minute ORDER BY event_ts DESC, seq DESC) AS place
         FROM e WHERE kind = 14)
     SELECT e.source, e.platform, e.minute, sum(e.kind = 7) AS joins,
       (SELECT n FROM online o WHERE o.source = e.source AND o.minute = e.minute AND place = 1) AS online
     FROM e GROUP BY 1, 2, 3 ORDER BY 1, 3`,
  );
  const sources = new Map<number, Source & { minutes: Minute[] }>();
  for (const row of rows) {
    const id = Number(row['source']);
    const source = sources.get(id) ?? { id, platform: String(row['platform']), minutes: [] };
    sources.set(id, source);
    source.minutes.push(minuteOf(row));
  }
  return [...sources.values()];
}

function minuteOf(row: Row): Minute {
  const online = row['online'] === null ? null : Number(row['online']);
  return { minute: Number(row['minute']), online, joins: Number(row['joins']) };
}

/** Little's law: viewer minutes by entries, of minutes in which people online are known. */
function stayOf({ minutes }: Source) {
  const known = minutes.filter(({ online }) => online !== null);
  const joins = sum(known.map((minute) => minute.joins));
  if (joins === 0) return { known: false, reason: 'no_joins' } as const;
  const online = known.map((minute) => minute.online ?? 0);
  const edge = Math.max(online[0] ?? 0, online.at(-1) ?? 0);
  return {
    known: true,
    seconds: (sum(online) * 60) / joins,
    joins,
    minutes: known.length,
    isSteady: edge <= joins / 5,
  } as const;
}

/** Minute by minute, of sources that told people online in it and in the one before. */
function netOf(sources: readonly Source[]): Net[] {
  const all = [...new Set(sources.flatMap(({ minutes }) => minutes.map(({ minute }) => minute)))];
  return all
    .toSorted((a, b) => a - b)
    .flatMap((minute) => {
      const both = sources.flatMap(({ minutes }) => {
        const now = minutes.find((each) => each.minute === minute);
        const last = minutes.find((each) => each.minute === minute - 1)?.online ?? null;
        if (now === undefined || now.online === null || last === null) return [];
        return [{ before: last, online: now.online, joins: now.joins }];
      });
      if (both.length === 0) return [];
      const total = (name: 'before' | 'online' | 'joins') => sum(both.map((each) => each[name]));
      return [{ minute, before: total('before'), online: total('online'), joins: total('joins') }];
    });
}

const AFTER = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60];

/** A share of those who could leave stays each minute; of an entry, the product of its next minutes. */
function retentionOf(net: readonly Net[]) {
  const kept = new Map(net.map((each) => [each.minute, each.online / (each.before + each.joins)]));
  let least = 1;
  return AFTER.map((afterMinutes) => {
    const stays = net.flatMap(({ minute, joins }) => {
      const next = Array.from({ length: afterMinutes }, (_, place) => kept.get(minute + 1 + place));
      if (joins === 0 || next.includes(undefined)) return [];
      return [{ joins, share: next.reduce<number>((all, each) => all * (each ?? 0), 1) }];
    });
    const entries = sum(stays.map(({ joins }) => joins));
    if (entries < 30) return { afterMinutes, share: null, entries };
    const share = sum(stays.map((stay) => stay.joins * stay.share)) / entries;
    least = Math.max(0, Math.min(least, share));
    return { afterMinutes, share: least, entries };
  });
}

/** Falls of 5 % and more, 2.5 standard deviations beyond the median minute. */
function lossesOf(net: readonly Net[]) {
  const change = ({ before, online }: Net) => (before === 0 ? 0 : (online - before) / before);
  const usual = middleOf(net.map(change)) ?? 0;
  const apart = middleOf(net.map((each) => Math.abs(change(each) - usual))) ?? 0;
  const falls = net.filter((each) => {
    const lost = each.before - each.online;
    const moved = Math.sqrt(Math.max(1, each.joins + Math.abs(lost)));
    const deviation = Math.max(1.4826 * apart, moved / Math.max(1, each.before));
    return lost > 0 && lost >= each.before * 0.05 && usual - change(each) >= 2.5 * deviation;
  });
  const stretches: Net[][] = [];
  for (const fall of falls) {
    const last = stretches.at(-1);
    if (last?.at(-1)?.minute === fall.minute - 1) last.push(fall);
    else stretches.push([fall]);
  }
  return stretches
    .map((each) => {
      const [before, after] = [each[0]?.before ?? 0, each.at(-1)?.online ?? 0];
      const joins = sum(each.map((minute) => minute.joins));
      const fromMinute = each[0]?.minute;
      return {
        fromMinute,
        toMinute: each.at(-1)?.minute,
        before,
        after,
        lost: before - after,
        joins,
      };
    })
    .toSorted((a, b) => b.lost - a.lost)
    .slice(0, 8);
}

export function expectAudience(sql: PlainSql) {
  const sources = sourcesOf(sql);
  const net = netOf(sources);
  const everybody = sum(sources.flatMap(({ minutes }) => minutes.map(({ online }) => online ?? 0)));
  const platforms = sources.map((source) => {
    const online = source.minutes.flatMap((minute) => minute.online ?? []);
    const count = (kind: number) =>
      sql.number(
        `SELECT count(*) FROM events e JOIN source_rooms r ON r.id = e.source_room_id
         WHERE e.show_id = :show AND e.kind = :kind AND r.source_id = :source`,
        { kind, source: source.id },
      );
    return {
      platform: source.platform,
      views: sql.number(
        `SELECT max(json_extract(body, '$.total')) FROM events e
         JOIN source_rooms r ON r.id = e.source_room_id
         WHERE e.show_id = :show AND e.kind = 14 AND r.source_id = :source`,
        { source: source.id },
      ),
      joins: count(7),
      viewersMean: meanOf(online),
      chats: count(1),
      share: sum(online) / everybody,
      knownMinutes: online.length,
      stay: stayOf(source),
    };
  });
  const told = platforms.map(({ stay }) => stay).filter((stay) => stay.known);
  const joins = sum(told.map((stay) => stay.joins));
  return {
    platforms: platforms.toSorted((a, b) => b.share - a.share),
    stay: {
      known: true,
      seconds: sum(told.map((stay) => stay.seconds * stay.joins)) / joins,
      joins,
      minutes: Math.max(...told.map(({ minutes }) => minutes)),
      isSteady: told.every(({ isSteady }) => isSteady),
    },
    retention: retentionOf(
      netOf(sources.filter(({ minutes }) => minutes.some((m) => m.joins > 0))),
    ),
    losses: lossesOf(net),
    net: net.map(({ minute, before, online }) => ({ minute, change: online - before })),
    entered: sql.facts('figures.entered').flatMap(({ seq, writtenTs, body }) =>
      (body['figures'] as { name: string; value: number }[]).map(({ name, value }) => ({
        name,
        value,
        sourceId: body['sourceId'],
        currency: body['currency'],
        asOfTs: body['asOfTs'],
        how: body['how'],
        screenId: body['screenId'],
        seq,
        enteredTs: writtenTs,
      })),
    ),
  };
}

/** Between a platform's word that it is off air and its word that it is back. */
export function expectStreams(sql: PlainSql) {
  const { endedTs } = expectShow(sql);
  const sources = sourcesOf(sql);
  const told = sql.rows(
    `SELECT e.event_ts AS ts, r.platform, json_extract(body, '$.state') AS state FROM events e
     JOIN source_rooms r ON r.id = e.source_room_id
     WHERE e.show_id = :show AND e.kind = 16 ORDER BY e.event_ts, e.seq`,
  );
  return sources.map(({ platform, minutes }) => {
    const own = told.filter((row) => row['platform'] === platform);
    // Two minutes back at most, three minutes ahead.
    const near = (first: number, steps: readonly number[]): number | null => {
      for (const step of steps) {
        const online = minutes.find(({ minute }) => minute === first + step)?.online ?? null;
        if (online !== null) return online;
      }
      return null;
    };
    const outages = own.flatMap((row, place) => {
      if (row['state'] !== 'offline') return [];
      const [fromTs, back] = [Number(row['ts']), own[place + 1]];
      const toTs = back === undefined ? null : Number(back['ts']);
      // Switched off within the last five minutes of a show is no fault.
      if (toTs === null && (endedTs ?? 0) - fromTs <= 300_000) return [];
      const from = Math.floor(fromTs / 60_000);
      const to = Math.floor((toTs ?? 0) / 60_000);
      const viewersAfter = toTs === null ? null : near(to, [1, 2, 3]);
      return [{ fromTs, toTs, viewersBefore: near(from, [-1, -2, -3]), viewersAfter }];
    });
    return { platform, outages };
  });
}
