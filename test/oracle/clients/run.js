import { execFile, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { peerCertificates } from "../certificates.js";
import { peerOptions } from "./peers.js";
import { importStyles, programsOf, rendered, textOf } from "./programs.js";
import { compare, outcomesOf } from "./verdict.js";

const child = fileURLToPath(new URL("child.js", import.meta.url));
const commandLine = fileURLToPath(new URL("../../../codemods/bin/tls-codemod.js", import.meta.url));
const hostName = "service.example.com";

/** A client that has not given up by then is cut off; what its peers have seen counts. In milliseconds. */
const patience = 4000;

let shared;
const certificates = () => (shared ??= peerCertificates(hostName));

/** Work on several things at once, at most so many. */
async function inParallel(list, jobs, work) {
  const results = new Array(list.length);
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const index = next++;
      results[index] = await work(list[index], index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, list.length) }, worker));
  return results;
}

/** A folder in which programs find an installed client, and nothing else. */
function workshop(packages, manifest) {
  const folder = mkdtempSync(join(tmpdir(), "tls-clients-"));
  symlinkSync(join(packages, "node_modules"), join(folder, "node_modules"), "junction");
  mkdirSync(join(folder, "programs"));
  writeFileSync(join(folder, "authority.pem"), certificates().authority);
  for (const place of [folder, join(folder, "programs")])
    writeFileSync(join(place, "package.json"), JSON.stringify({ private: true, ...manifest }));
  return folder;
}

/** Runs programs against their peers, in one process; what has no answer when it ends is asked again, alone. */
async function meetTogether({ folder, executable }, tasks) {
  const results = await meetInProcess({ folder, executable }, tasks);
  const missing = tasks.filter((_task, index) => results[index] === undefined);
  if (missing.length === 0) return results;
  const alone = tasks.length === 1 ? [[{ load: "the process ended" }]] : [];
  if (alone.length === 0) for (const task of missing) alone.push(await meetTogether({ folder, executable }, [task]));
  const answers = alone.flat();
  return results.map((result) => result ?? answers.shift());
}

let taskCount = 0;

function meetInProcess({ folder, executable }, tasks) {
  const file = join(folder, `tasks-${taskCount++}.json`);
  const atOnce = 4;
  writeFileSync(file, JSON.stringify({ tasks, certificates: certificates(), timeout: patience, atOnce }));
  return new Promise((resolve) => {
    const started = fork(child, [file], {
      execPath: executable,
      execArgv: ["--no-warnings"],
      cwd: folder,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: { PATH: process.env.PATH, HOME: folder, NODE_EXTRA_CA_CERTS: join(folder, "authority.pem") },
    });
    const results = new Array(tasks.length).fill(undefined);
    const timer = setTimeout(() => started.kill("SIGKILL"), patience * (tasks.length + 5));
    started.on("message", ({ index, result }) => (results[index] = result));
    started.once("exit", () => {
      clearTimeout(timer);
      resolve(results);
    });
  });
}

/** What the command line finds in all programs of a folder, by file. */
async function findingsIn(folder, node, ...args) {
  const output = join(folder, "report.json");
  const given = [
    commandLine,
    ...args,
    "programs",
    "--no-config",
    "--no-gitignore",
    "--node",
    node,
    "-o",
    `json:${output}`,
  ];
  await promisify(execFile)(process.execPath, given, { cwd: folder, maxBuffer: 1 << 28 }).catch((error) => {
    if (error.code !== 1) throw error;
  });
  const byFile = new Map();
  for (const finding of JSON.parse(readFileSync(output, "utf8")).findings) {
    const file = finding.path.split("/").at(-1);
    byFile.set(file, [...(byFile.get(file) ?? []), finding]);
  }
  rmSync(output);
  return byFile;
}

/** Programs that a process runs one after another, unless what they set counts for all of it. */
const together = 24;

function batchesOf(list) {
  const batches = [];
  const open = [];
  for (const each of list) {
    if (each.program.settings || each.program.isOwn) batches.push([each]);
    else if (open.push(each) === together) batches.push(open.splice(0));
  }
  return open.length > 0 ? [...batches, open] : batches;
}

/** A client that shares connections between programs gets a process for each peer. */
const peersApart = Object.keys(peerOptions);

/** Runs programs, each `{ program, style, text, file }`; gives them back with what their peers saw. */
async function meetAll({ folder, executable, jobs, recipe, ports }, list) {
  const taskOf = ({ program, file }) => ({
    ports,
    program: join(folder, "programs", file),
    protocol: program.protocol,
    proxy: program.proxy,
  });
  const sharing = ({ program }) => program.shares ?? program.call.shares ?? recipe.shares;
  const inCompany = list.filter((each) => !sharing(each));
  // a module that is brought in by `require` and `import` at once may fail
  const byKind = ["cjs", "mjs"].map((extension) => inCompany.filter(({ file }) => file.endsWith(extension)));
  const batches = [...byKind.flatMap(batchesOf), ...list.filter(sharing).map((each) => [each])];
  const done = await inParallel(batches, jobs, async (batch) => {
    if (!sharing(batch[0])) {
      const results = await meetTogether({ folder, executable }, batch.map(taskOf));
      return batch.map((each, index) => ({ ...each, observed: results[index] }));
    }
    const parts = [];
    for (const peer of ports ? Object.keys(ports) : peersApart)
      parts.push(...(await meetTogether({ folder, executable }, [{ ...taskOf(batch[0]), peers: [peer] }])));
    const failed = parts.find(({ load }) => load !== undefined);
    return [{ ...batch[0], observed: failed ?? { peers: Object.assign({}, ...parts.map(({ peers }) => peers)) } }];
  });
  const results = new Map(done.flat().map((each) => [each.file, each]));
  return list.map(({ file }) => results.get(file));
}

/**
 * Holds what is said of a client's programs to what its peers see: each program of its table, one import style each in turn, as it is and as
 * `fix --ask` leaves it.
 * @returns {Promise<{ programs: number, runs: number, disagreements: readonly object[], broken: readonly string[], uncovered: readonly string[] }>}
 */
export async function examineClient({ recipe, table, version, packages, executable, node, jobs, limit = Infinity }) {
  const name = recipe.package ?? table.modules[0];
  const folder = workshop(packages, { dependencies: { [name]: version } });
  const run = { folder, executable, jobs, recipe };
  try {
    const { programs, uncovered } = programsOf(recipe, table, version);
    const { stylesOf, plainOf, broken } = await tryStyles(run, programs);
    const runnable = programs.filter((program) => stylesOf.has(keyOf(program))).slice(0, limit);
    const written = runnable.map((program, index) => {
      const own = stylesOf.get(keyOf(program));
      return write(run, { program, style: own[index % own.length], name: `p${index}` });
    });
    const results = await meetAll(run, written);
    const before = await findingsIn(folder, node, "check");
    await findingsIn(folder, node, "fix", "--ask", "--allow-no-vcs");
    const mended = results.flatMap((result) => {
      const text = readFileSync(join(folder, "programs", result.file), "utf8");
      return text === result.text ? [] : [{ ...result, text, unmended: result.observed }];
    });
    const again = await meetAll(run, mended);
    const after = mended.length > 0 ? await findingsIn(folder, node, "check") : new Map();
    const differencesOf = (result) => {
      const { program, observed, unmended, file, text } = result;
      return compare({
        text,
        findings: (unmended ? after : before).get(file) ?? [],
        observed,
        plain: program.about === "nothing said" ? undefined : plainOf.get(keyOf(program)),
        unmended,
        isWeak: program.set.isWeak,
        isOfOddType: program.set.isOfOddType,
        judges: recipe.judges,
      });
    };
    const disagreements = [];
    for (const result of [...results, ...again]) {
      const { program, observed, unmended, file, text } = result;
      if (observed.load !== undefined) {
        broken.push(`${program.callee}, ${program.about}: ${observed.load}`);
        continue;
      }
      if (differencesOf(result).length === 0) continue;
      // a machine that is busy may have cut a client off
      writeFileSync(join(folder, "programs", file), text);
      const [second] = await meetAll(run, [result]);
      const differences = differencesOf(second);
      if (differences.length === 0) continue;
      const { good, unknownAuthority } = second.observed.peers;
      disagreements.push({
        ...{ about: program.about, callee: program.callee, text, differences },
        outcomes: outcomesOf(second.observed),
        error: good.error ?? unknownAuthority.error,
        claims: ((unmended ? after : before).get(file) ?? []).map(
          ({ rule, messageId, level }) => `${rule}/${messageId} ${level}`,
        ),
        isMended: unmended !== undefined,
      });
    }
    return { programs: results.length, runs: results.length + again.length, disagreements, broken, uncovered };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Those of a list that stand as far apart as they can. */
function spread(list, count) {
  if (list.length <= count) return list;
  return Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)]);
}

/**
 * Whether servers that are real accept and refuse a client's programs as those before which all others are held do; `ports` by the name of their
 * certificate. What speaks no TLS, an old version, or through a proxy, is left out, and so is a call that asks for more than the server is: `unspoken`.
 */
export async function compareWithReal({ recipe, table, version, packages, executable, jobs, limit, ports }) {
  const name = recipe.package ?? table.modules[0];
  const folder = workshop(packages, { dependencies: { [name]: version } });
  const run = { folder, executable, jobs, recipe };
  try {
    const programs = programsOf(recipe, table, version).programs.filter(
      ({ proxy, about }) => proxy === undefined && !/roxy|string|plaintext/.test(about),
    );
    const { stylesOf } = await tryStyles(run, programs);
    const loaded = programs.filter((program) => stylesOf.has(keyOf(program)) && !/Proxy/.test(program.callee));
    const writeAll = (list, prefix) =>
      list.map((program, index) =>
        write(run, { program, style: stylesOf.get(keyOf(program))[0], name: `${prefix}${index}` }),
      );
    const plain = loaded.filter(({ about }) => about === "nothing said");
    const greeted = await meetAll({ ...run, ports }, writeAll(plain, "plain"));
    const unspoken = greeted.filter(({ observed }) => observed.peers?.good.outcome !== "in");
    const isSpoken = (program) => unspoken.every((each) => keyOf(each.program) !== keyOf(program));
    const written = writeAll(spread(loaded.filter(isSpoken), limit), "real");
    const before = await meetAll(run, written);
    const really = await meetAll({ ...run, ports }, written);
    const disagreements = [];
    let compared = 0;
    for (const [index, { text, observed }] of before.entries()) {
      const { good } = observed.peers ?? {};
      // servers of today speak nothing older than TLS 1.2
      if (good === undefined || good.outcome === "plaintext" || /^TLSv1(\.1)?$/.test(good.version)) continue;
      compared++;
      const differs = ([peer, { outcome }]) => (outcome === "in") !== (observed.peers[peer].outcome === "in");
      const different = Object.entries(really[index].observed.peers ?? {}).filter(differs);
      if (different.length > 0)
        disagreements.push({
          text,
          different: different.map(([peer, { outcome, error = "" }]) => `${peer}: ${outcome} ${error}`),
        });
    }
    const calls = unspoken.map(
      ({ program, observed }) => `${program.callee}: ${observed.peers?.good.error ?? observed.load}`,
    );
    return { programs: compared, disagreements, unspoken: calls };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The servers' certificates, which `compareWithReal` has its programs meet. */
export const certificatesOfPeers = () => certificates();

/** A recipe's own program loads as its first call does. */
const keyOf = ({ recipe, callee, call, like = call, module }) => `${module} ${callee} ${recipe.calls.indexOf(like)}`;

function write({ folder }, { program, style, name, text = textOf({ ...rendered(program), style }) }) {
  const file = `${name}.${importStyles[style].extension}`;
  writeFileSync(join(folder, "programs", file), text);
  return { program, style, text, file };
}

/** The import styles in which each call's program that says nothing reaches its peer. */
async function tryStyles(run, programs) {
  const [stylesOf, plainOf, broken] = [new Map(), new Map(), []];
  const plain = programs.filter(({ about }) => about === "nothing said");
  const tries = plain.flatMap((program, index) =>
    (run.recipe.styles ?? Object.keys(importStyles)).map((style) =>
      write(run, { program, style, name: `try-${index}-${style.replaceAll(" ", "-")}` }),
    ),
  );
  const tried = await meetAll(run, tries);
  for (const { file } of tried) rmSync(join(run.folder, "programs", file));
  for (const program of plain) {
    const own = tried.filter((each) => each.program === program);
    const working = own.filter(({ observed }) => observed.peers && observed.peers.good.outcome !== "nothing");
    if (working.length === 0) {
      broken.push(
        ...own
          .slice(0, 1)
          .map(({ observed }) => `${program.callee}: ${observed.load ?? JSON.stringify(observed.peers.good)}`),
      );
      continue;
    }
    stylesOf.set(
      keyOf(program),
      working.map(({ style }) => style),
    );
    plainOf.set(keyOf(program), working[0].observed);
  }
  return { stylesOf, plainOf, broken };
}
