import type { AppError } from '#shared/contract/app-error.ts';
import type { Connection, Identity } from './connection/connection.ts';

/** What a host decides before it starts the core. */
export type CoreConfig = {
  /** Absolute path of the one data folder; made when absent. */
  readonly dataFolder: string;
  readonly hostKind: 'app' | 'browser' | 'test';
  /** The product's version, as in package.json. */
  readonly version: string;
  /** Folder with desk/, anchor/ and overlay/ as built; null serves no pages (command line, tests). */
  readonly pagesFolder: string | null;
  /** Compiled better-sqlite3 for a runtime with an old N-API; null uses the prebuilt one. */
  readonly sqliteBinding: string | null;
  /**
   * File of the thread that checks and copies the store (`store/store-worker`, built or as source);
   * null leaves both undone (tests that need neither).
   */
  readonly storeWorker: string | null;
  /**
   * Browser host: the loopback port of the desk (0 picks a free one). Null in the app, where the
   * desk is a window and the page server starts only when second screens are asked for.
   */
  readonly deskPort: number | null;
};

/**
 * A core's process that ends with this code has closed in order and wants to be started again at
 * once: that is no death, is not counted and is not waited for.
 */
export const RESTART_EXIT_CODE = 75;

/** A running core. */
export interface Core {
  /** Serves one screen until its connection closes. */
  connect(connection: Connection, identity: Identity): void;
  /** Address of the page server, null while it is off. */
  pages(): { readonly address: string; readonly port: number } | null;
  /** A new one-time link to the desk (`http://127.0.0.1:PORT/desk/#code=...`); browser host only. */
  deskUrl(): string;
  /** Secret of local programs that append events (role cli); also in the data folder's runtime.json. */
  cliToken(): string;
  /**
   * The demo show begins with the first desk that comes, in its language, unless a show is chosen;
   * `isFirstOnly`: unless there has ever been one.
   */
  askForDemo(isFirstOnly: boolean): void;
  /** The operator opened this export file with Cuedesk: the desk asks whether to import it. */
  offerImport(path: string): void;
  /**
   * The machine is about to sleep, or woke up, where the host is told. The core also notices by
   * itself, but not on every system that it was sleep, and only with its next look.
   */
  power(state: 'suspend' | 'resume'): void;
  /** The host is to close the core and start it again: another store is to take its place. */
  onRestartWanted(listener: () => void): void;
  /** Ends in order: feeds, queues, screens, store. Safe to call twice. */
  close(): Promise<void>;
}

/** Why a core could not start; `error.code` is one of store_in_use, store_newer, ... */
export class CoreStartError extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.name = 'CoreStartError';
    this.error = error;
  }
}
