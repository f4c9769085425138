import { mkdirSync, readdirSync, utimesSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { lockWrites } from "../../src/engine/writing/write-lock.js";
import { RefusedError } from "../../src/failures/refused-error.js";
import { createFolder, type Folder } from "../harness/folder.js";
import { type LockHolder, startLockHolder } from "../harness/lock-holder.js";

async function holder({ path }: Folder): Promise<LockHolder> {
  const started = await startLockHolder(path);
  onTestFinished(() => started.kill());
  return started;
}

const locks = ({ path }: Folder) => readdirSync(join(path, "writing"));

const anHourAgo = () => Date.now() - 3_600_001;

const plant = (folder: Folder, owner: object, name = "000001") =>
  folder.write({ [`writing/${name}/owner.json`]: JSON.stringify(owner) });

describe("a lock", () => {
  it("is one run's, and names its process to others, until that is done", async () => {
    const folder = createFolder();
    const unlock = lockWrites(folder.path);
    expect(() => lockWrites(folder.path)).toThrow(RefusedError);
    expect(() => lockWrites(folder.path)).toThrow(`process ${process.pid} on ${hostname()}, since 2`);
    expect(await (await holder(folder)).attempt()).toBe("RefusedError");
    unlock();
    expect(locks(folder)).toEqual([]);
    lockWrites(folder.path)();
  });

  it("is taken over from a process that was killed", async () => {
    const folder = createFolder();
    const other = await startLockHolder(folder.path);
    expect(await other.attempt()).toBe("writes");
    expect(() => lockWrites(folder.path)).toThrow(`process ${other.child.pid} on `);
    await other.kill();
    const unlock = lockWrites(folder.path);
    expect(locks(folder)).toEqual(["000001", "000002"]);
    unlock();
    expect(locks(folder)).toEqual([]);
  });

  it("is taken over by one of many", async () => {
    const folder = createFolder();
    const dead = await startLockHolder(folder.path);
    await dead.attempt();
    await dead.kill();
    const takers = await Promise.all(Array.from({ length: 6 }, () => holder(folder)));
    const outcomes = await Promise.all(takers.map((taker) => taker.attempt()));
    expect(outcomes.sort()).toEqual([...Array.from({ length: 5 }, () => "RefusedError"), "writes"]);
  });

  it("is believed for an hour where its process cannot be looked for", () => {
    const folder = createFolder();
    const owner = { processId: 1, host: "elsewhere.example", since: Date.now() };
    plant(folder, owner);
    expect(() => lockWrites(folder.path)).toThrow("process 1 on elsewhere.example");
    plant(folder, { ...owner, since: anHourAgo() });
    lockWrites(folder.path)();
  });

  it("is not believed from before the system was started, though there is such a process again", () => {
    const folder = createFolder();
    plant(folder, { processId: process.pid, host: hostname(), since: 1000 });
    lockWrites(folder.path)();
    plant(folder, { processId: process.pid, host: hostname(), since: Date.now() });
    expect(() => lockWrites(folder.path)).toThrow(RefusedError);
  });

  it.each([["{}"], ["null"], ['{"processId":"x"'], ["no file"]])(
    "without the name of its owner (%s) is believed for a moment",
    (text) => {
      const folder = createFolder();
      const lock = join(folder.path, "writing/000007");
      mkdirSync(lock, { recursive: true });
      if (text !== "no file") folder.write({ "writing/000007/owner.json": text });
      expect(() => lockWrites(folder.path)).toThrow("it has begun, or ends, just now");
      utimesSync(lock, new Date(anHourAgo()), new Date(anHourAgo()));
      lockWrites(folder.path)();
      expect(locks(folder)).toEqual([]);
    },
  );
});
