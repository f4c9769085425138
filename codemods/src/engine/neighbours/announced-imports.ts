import { readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { mayImportPrograms } from "./project-files.js";
import { specifiersIn, type Specifiers } from "./specifiers.js";

/** What passes from the search to those who judge, line by line: what a file says, or that all of a repository has been said. */
type Announcement = { readonly file: string; readonly says: Specifiers } | { readonly whole: string };

/** Takes what is announced. */
export interface Audience {
  tell(chunk: Buffer): void;
  tellNoMore(): void;
}

export interface Announcer {
  /** From here on the files of a repository are announced, up to where the search leaves it. */
  begin(repository: string): void;
  /** Of a file that was read; its bytes are not kept. */
  read(file: string, bytes: Buffer, repository: string): void;
  end(): void;
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
export function createAnnouncer(audience: Audience, most = mostAnnounced): Announcer {
  let announcing: string | undefined;
  let announced = 0;
  let isOver = false;
  let lines = "";
  const add = (announcement: Announcement) => {
    lines += `${JSON.stringify(announcement)}\n`;
    if (lines.length >= chunkCharacters) flush();
  };
  const flush = () => {
    if (lines !== "") audience.tell(Buffer.from(lines));
    lines = "";
  };
  const leave = () => {
    if (announcing === undefined) return;
    add({ whole: announcing });
    flush();
    announcing = undefined;
  };
  const end = () => {
    if (isOver) return;
    leave();
    isOver = true;
    audience.tellNoMore();
  };
  return {
    begin(repository) {
      if (repository === announcing || isOver) return;
      leave();
      announcing = repository;
    },
    read(file, bytes, repository) {
      if (announcing === undefined) return;
      if (repository !== announcing) leave();
      else if (mayImportPrograms(file)) add({ file, says: specifiersIn(bytes) });
      if (++announced === most) end();
    },
    end,
  };
}

/** Hears what is announced through a pipe; where there is none, nothing is. */
export function hearAnnouncements(descriptor: number): AnnouncedImports {
  const files = new Map<string, Specifiers>();
  const whole = new Set<string>();
  const decoder = new StringDecoder();
  const buffer = Buffer.alloc(chunkCharacters);
  let line = "";
  let isOver = false;
  const hear = (announcement: Announcement) => ("whole" in announcement ? whole.add(announcement.whole) : files.set(announcement.file, announcement.says));
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
