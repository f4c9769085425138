import { readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { mayImportPrograms } from "./project-files.js";
import { type Specifiers, specifiersIn } from "./specifiers.js";

/** What passes from the search to those who judge, line by line: what a file says, or that all of a repository has been said. */
type Announcement = { readonly file: string; readonly says: Specifiers } | { readonly whole: string };

/** Takes what is announced. */
export interface Audience {
  tell(chunk: Buffer): void;
  tellNoMore(): void;
}

export interface AnnouncedImports {
  /** What a file says, as far as it was announced for its repository; each is given away once. Waits until the search has left the repository. */
  take(file: string, repository: string): Specifiers | undefined;
}

/** Where a worker hears what is announced. */
export const announcementDescriptor = 4;

/** They are kept until the search is over; beyond, whoever asks reads for himself. */
const mostAnnounced = 200_000;
const chunkCharacters = 64 * 1024;

/** Spares those who judge reading once more what the search has read. Nothing is looked at before a repository has a file that is to be judged. */
export class Announcer {
  readonly #audience: Audience;
  readonly #most: number;
  #repository: string | undefined;
  #isAnnouncing = false;
  #announced = 0;
  #isOver = false;
  #lines = "";

  constructor(audience: Audience, most = mostAnnounced) {
    this.#audience = audience;
    this.#most = most;
  }

  /** Takes note of a file that was read; its bytes are valid only during the call. */
  read(file: string, bytes: Buffer, repository: string): void {
    if (this.#isOver) return;
    if (repository !== this.#repository) this.#enter(repository);
    if (this.#isAnnouncing && mayImportPrograms(file)) this.#announce(file, bytes);
  }

  /** A file of this repository is to be judged: what is read of it from now on is announced, up to where the search leaves it. */
  begin(repository: string): void {
    if (this.#isOver) return;
    if (repository === this.#repository) this.#isAnnouncing = true;
    else this.#announceWhole(repository);
  }

  end(): void {
    if (this.#isOver) return;
    this.#enter(undefined);
    this.#isOver = true;
    this.#audience.tellNoMore();
  }

  #enter(repository: string | undefined): void {
    if (this.#isAnnouncing) this.#announceWhole(this.#repository!);
    this.#isAnnouncing = false;
    this.#repository = repository;
  }

  #announce(file: string, bytes: Buffer): void {
    this.#add({ file, says: specifiersIn(bytes) });
    if (++this.#announced === this.#most) this.end();
  }

  #announceWhole(whole: string): void {
    this.#add({ whole });
    this.#flush();
  }

  #add(announcement: Announcement): void {
    this.#lines += `${JSON.stringify(announcement)}\n`;
    if (this.#lines.length >= chunkCharacters) this.#flush();
  }

  #flush(): void {
    this.#audience.tell(Buffer.from(this.#lines));
    this.#lines = "";
  }
}

/** Hears what is announced through a pipe; where there is none, nothing is. */
export function hearAnnouncements(descriptor: number): AnnouncedImports {
  const files = new Map<string, Specifiers>();
  const whole = new Set<string>();
  const decoder = new StringDecoder();
  const buffer = Buffer.alloc(chunkCharacters);
  let line = "";
  let isOver = false;
  const hear = (announcement: Announcement) =>
    "whole" in announcement ? whole.add(announcement.whole) : files.set(announcement.file, announcement.says);
  const hearMore = () => {
    const length = readOrEnd(descriptor, buffer);
    isOver = length === 0;
    const lines = (line + decoder.write(buffer.subarray(0, length))).split("\n");
    line = lines.pop()!;
    for (const each of lines) hear(JSON.parse(each));
  };
  return {
    take(file, repository) {
      while (!isOver && !whole.has(repository)) hearMore();
      const found = files.get(file);
      files.delete(file);
      return found;
    },
  };
}

function readOrEnd(descriptor: number, buffer: Buffer): number {
  try {
    return readSync(descriptor, buffer);
  } catch {
    return 0;
  }
}
