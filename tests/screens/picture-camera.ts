import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { Page } from '@playwright/test';

import { type Camera, OWN_THEME, type Shot, showTheme, type Theme } from './camera.ts';
import { toPalettePng } from './palette-png.ts';

const SMALL = { width: 1280, height: 720 };
const LARGE = { width: 1440, height: 900 };

/** Writes each state into `<folder>/<group>/<name>-<theme>-<language>.png`. */
export class PictureCamera implements Camera {
  readonly isPatient = true;
  readonly #folder: string;
  readonly #say: (line: string) => void;

  constructor(folder: string, say: (line: string) => void) {
    this.#folder = folder;
    this.#say = say;
  }

  async prepare(page: Page): Promise<void> {
    await page.context().clearPermissions();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  }

  async take(shot: Shot): Promise<void> {
    const own = OWN_THEME[shot.language];
    switch (shot.kind) {
      case 'plain':
        await wait(shot.settleMs);
        this.#write(shot, shot.language, await shot.page.screenshot({ omitBackground: true }));
        return;
      case 'trouble':
        await this.#inTheme(shot, own);
        return;
      case 'screen':
        await this.#inTheme(shot, 'dark');
        await this.#inTheme(shot, 'light');
        return;
      case 'desk': {
        const other = own === 'dark' ? 'light' : 'dark';
        await shot.page.setViewportSize(LARGE);
        await this.#inTheme(shot, other);
        await shot.page.setViewportSize(SMALL);
        await this.#inTheme(shot, own);
      }
    }
  }

  async #inTheme(shot: Shot, theme: Theme): Promise<void> {
    await showTheme(shot.page, theme);
    await wait(shot.settleMs);
    const png = toPalettePng(await shot.page.screenshot());
    this.#write(shot, `${theme}-${shot.language}`, png);
  }

  #write({ group, name }: Shot, suffix: string, png: Buffer): void {
    const file = join(group, `${name}-${suffix}.png`);
    const path = join(this.#folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, png);
    this.#say(`${file} ${Math.round(statSync(path).size / 1024)} KB`);
  }
}
