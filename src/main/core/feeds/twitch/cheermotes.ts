/** A word that could be a cheermote: a prefix that ends in a letter, then the bits. */
export const CHEER_WORD = /(?<!\S)([A-Za-z0-9]{0,40}[A-Za-z])([1-9]\d{0,6})(?!\S)/g;

/** Prefixes usable in every channel; a channel's own ones are not told to anonymous readers. */
const GLOBAL_PREFIXES: ReadonlySet<string> = new Set(
  `cheer cheerwhal corgo uni showlove party seemsgood pride kappa frankerz heyguys dansgame
   elegiggle trihard kreygasm 4head swiftrage notlikethis failfish vohiyo pjsalt mrdestructoid
   bday ripcheer shamrock doodlecheer bitboss streamlabs muxy holidaycheer goal anon charity
   pogchamp biblethump scoops`.split(/\s+/),
);

/**
 * Which words of a cheer are cheermotes. When all candidates together make the bits that were paid,
 * all are; otherwise (`lvl99 Cheer100`) only those with a prefix every channel has.
 */
export function acceptedCheermotes(text: string, bits: number): ReadonlySet<string> {
  const candidates = [...text.matchAll(CHEER_WORD)];
  const total = candidates.reduce((sum, match) => sum + Number(match[2]), 0);
  const accepted =
    total === bits
      ? candidates
      : candidates.filter((match) => GLOBAL_PREFIXES.has((match[1] ?? '').toLowerCase()));
  return new Set(accepted.map((match) => match[0]));
}
