// Runs programs against their peers, and tells what these saw: `node child.js TASKS`, where TASKS is a JSON file. The answers go to the parent.
// Runs in the oldest release that a client was made for, hence the syntax, here and in what this imports.
import { AsyncLocalStorage } from "node:async_hooks";
import dns from "node:dns";
import { readFileSync } from "node:fs";
import net from "node:net";
import { pathToFileURL } from "node:url";
import { peerOptions, startPeer } from "./peers.js";

const { tasks, certificates, timeout, atOnce } = JSON.parse(readFileSync(process.argv[2], "utf8"));

/** What a client may still do after it has been refused, or has given up: another attempt, without TLS. */
const grace = 150;

// a retry of one attempt may not count for another
const peerOfAttempt = new AsyncLocalStorage();
const loopback = "127.0.0.1";

/** Ports on which the program itself listens. */
const ownPorts = new Set();

function noteOwnPorts() {
  const listen = net.Server.prototype.listen;
  net.Server.prototype.listen = function (...given) {
    this.once("listening", () => ownPorts.add(this.address().port));
    return listen.apply(this, given);
  };
}

function sendEverythingToPeers() {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...given) {
    const [first, second] = Array.isArray(given[0]) ? given[0] : given;
    const callback = [...(Array.isArray(given[0]) ? given[0] : given)]
      .reverse()
      .find((each) => typeof each === "function");
    const options = typeof first === "object" ? first : { host: second };
    if (ownPorts.has(Number(options.port))) return connect.apply(this, given);
    const port = peerOfAttempt.getStore();
    if (port === undefined) throw new Error("a connection outside of all attempts");
    // a name stays what it was: TLS over a socket compares the certificate with the name that the socket was connected to
    const host = options.host === undefined || net.isIP(options.host) ? loopback : options.host;
    const own = { ...options, host, port, path: undefined, lookup: undefined, autoSelectFamily: false };
    return connect.call(this, own, ...(callback ? [callback] : []));
  };
}

function resolveEverythingToLoopback() {
  const address = { address: loopback, family: 4 };
  dns.lookup = (_name, ...rest) => {
    const [callback] = rest.slice(-1);
    const isAll = typeof rest[0] === "object" && rest[0].all;
    process.nextTick(() => (isAll ? callback(null, [address]) : callback(null, loopback, 4)));
  };
  dns.promises.lookup = async (_name, options) => (options && options.all ? [address] : address);
  const notFound = Object.assign(new Error("not here"), { code: "ENODATA" });
  const answers = { resolve: [loopback], resolve4: [loopback] };
  for (const method of Object.keys(dns.promises).filter((name) => /^resolve/.test(name))) {
    const found = answers[method];
    const isOfIp4 = ([type]) => typeof type !== "string" || type === "A";
    dns[method] = (_name, ...rest) => {
      const [callback] = rest.slice(-1);
      process.nextTick(() => (found && isOfIp4(rest) ? callback(null, found) : callback(notFound)));
    };
    dns.promises[method] = async (_name, ...rest) => {
      if (found && isOfIp4(rest)) return found;
      throw notFound;
    };
  }
}

const messageOf = (error) => String((error && error.message) || error);

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What the peer of one attempt has seen when nothing more is to come. */
async function attempt(name, main, { protocol, proxy }) {
  const seen = { outcome: "nothing" };
  let settle;
  const settled = new Promise((resolve) => (settle = resolve));
  const port = await startPeer({ certificates, name, protocol, proxy }, (event, detail) => {
    if (event === "in") Object.assign(seen, { outcome: "in", ...detail });
    else if (event === "plaintext" && seen.outcome !== "in") seen.outcome = "plaintext";
    else if (event === "hello" && seen.outcome === "nothing") seen.outcome = "refused";
    if (event === "in" || event === "plaintext") settle();
    else if (event === "closed") setTimeout(settle, 4 * grace);
  });
  peerOfAttempt.run(port, async () => {
    try {
      await main();
    } catch (error) {
      seen.error = String((error && (error.code || error.name)) || error);
      seen.message = messageOf(error).slice(0, 200);
    }
    setTimeout(settle, seen.outcome === "nothing" ? 2 * grace : grace);
  });
  await Promise.race([settled, pause(timeout)]);
  return [name, { ...seen }];
}

/** The same with a server that is one: whoever gets what it asked for was accepted. */
async function attemptReal(name, main, port) {
  const seen = { outcome: "refused" };
  const done = peerOfAttempt.run(port, async () => {
    try {
      await main();
      seen.outcome = "in";
    } catch (error) {
      seen.error = messageOf(error).slice(0, 200);
    }
  });
  await Promise.race([done, pause(timeout)]);
  return [name, { ...seen }];
}

async function meet(task) {
  let main;
  try {
    ({ main } = await import(pathToFileURL(task.program).href));
  } catch (error) {
    return { load: messageOf(error).slice(0, 300) };
  }
  const names = task.peers || Object.keys(task.ports || peerOptions);
  const met = names.map((name) => (task.ports ? attemptReal(name, main, task.ports[name]) : attempt(name, main, task)));
  return { peers: Object.fromEntries(await Promise.all(met)) };
}

// what a client throws where nobody can catch it is its way of failing
process.on("uncaughtException", () => {});
process.on("unhandledRejection", () => {});

noteOwnPorts();
sendEverythingToPeers();
resolveEverythingToLoopback();

let next = 0;
async function worker() {
  while (next < tasks.length) {
    const index = next++;
    const result = await meet(tasks[index]);
    await new Promise((sent) => process.send({ index, result }, sent));
  }
}
void Promise.all(Array.from({ length: atOnce }, worker)).then(() => process.exit(0));
