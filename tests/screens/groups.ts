import { asideScreens } from './groups/aside.ts';
import { coreStates } from './groups/core.ts';
import { dataStates } from './groups/data.ts';
import { deskScreens } from './groups/desk.ts';
import { diskStates } from './groups/disk.ts';
import { floodStates } from './groups/flood.ts';
import { guidePictures } from './groups/guide.ts';
import { inputStates } from './groups/input.ts';
import { obsStates } from './groups/obs.ts';
import { pastShowScreens } from './groups/past-show.ts';
import { pairingStates } from './groups/pairing.ts';
import { prepareScreens } from './groups/prepare.ts';
import { problemStates } from './groups/problem.ts';
import { sourceStates } from './groups/sources.ts';
import { startScreens } from './groups/start.ts';
import { storeStates } from './groups/store.ts';
import type { Studio } from './studio.ts';

type Group = (studio: Studio) => Promise<void>;

/** Every screen and state, by the folder its pictures are in. */
export const GROUPS: Readonly<Record<string, Group>> = {
  start: startScreens,
  desk: deskScreens,
  prepare: prepareScreens,
  aside: asideScreens,
  obs: obsStates,
  guide: guidePictures,
  review: pastShowScreens,
  flood: floodStates,
  input: inputStates,
  problem: problemStates,
  core: coreStates,
  sources: sourceStates,
  pairing: pairingStates,
  data: dataStates,
  store: storeStates,
  disk: diskStates,
};

export function groupNamed(name: string): Group | undefined {
  return Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined;
}
