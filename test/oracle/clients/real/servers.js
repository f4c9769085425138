import { execFileSync, spawn } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { delimiter, join } from "node:path";

/** PostgreSQL does not run for root: `nobody`, by its number. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
/** Where distributions put what only root starts, and what is no command for everybody. */
const elsewhere = [
  "/usr/sbin",
  "/sbin",
  "/usr/lib/postgresql/15/bin",
  "/usr/lib/postgresql/16/bin",
  "/usr/lib/postgresql/17/bin",
];

/** A program on PATH, or where servers are besides; undefined where there is none. */
function whereIs(program) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...elsewhere];
  return folders.map((folder) => join(folder, program)).find(existsSync);
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Each certificate as files, for servers that are told where these are. */
function writeCertificates(folder, certificates, names) {
  for (const name of names) {
    const { key, certificate } = certificates[name];
    for (const [file, text] of [
      [`${name}.key`, key],
      [`${name}.crt`, certificate],
    ]) {
      writeFileSync(join(folder, file), text, { mode: 0o600 });
      if (isRoot) chownSync(join(folder, file), nobody, nobody);
    }
  }
}

/** Asks until somebody listens; 20 seconds at most. */
async function listening(port, child) {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`);
    const isThere = await new Promise((answer) => {
      const socket = connect(port, "127.0.0.1", () => answer(true));
      socket.on("error", () => answer(false)).on("connect", () => socket.destroy());
    });
    if (isThere) return;
    await new Promise((again) => setTimeout(again, 100));
  }
  throw new Error(`${child.spawnfile} does not listen on port ${port}`);
}

const quiet = { stdio: "ignore" };

/** MariaDB does not run for root unless it is told to. */
const asRoot = isRoot ? ["--user=root"] : [];

/** How each server is started for one certificate: what it needs once before that, and its arguments. */
const servers = {
  redis: {
    program: "redis-server",
    clients: ["redis", "ioredis", "bullmq"],
    args: ({ folder, name, port }) => [
      ...["--port", "0", "--tls-port", String(port), "--bind", "127.0.0.1", "--save", "", "--protected-mode", "no"],
      ...["--tls-cert-file", join(folder, `${name}.crt`), "--tls-key-file", join(folder, `${name}.key`)],
      ...["--tls-ca-cert-file", join(folder, `${name}.crt`), "--tls-auth-clients", "no", "--dir", folder],
    ],
  },
  MQTT: {
    program: "mosquitto",
    clients: ["mqtt"],
    args({ folder, name, port }) {
      const file = join(folder, `${name}.conf`);
      const lines = [
        ...(isRoot ? ["user root"] : []),
        `listener ${port} 127.0.0.1`,
        "allow_anonymous true",
        `certfile ${join(folder, `${name}.crt`)}`,
        `keyfile ${join(folder, `${name}.key`)}`,
      ];
      writeFileSync(file, `${lines.join("\n")}\n`);
      return ["-c", file];
    },
  },
  HTTPS: {
    program: "nginx",
    clients: ["axios", "got", "ky", "needle", "node-fetch", "node-https", "request", "superagent", "undici"],
    args({ folder, name, port }) {
      const file = join(folder, `${name}.conf`);
      const own = join(folder, name);
      mkdirSync(own);
      const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((each) => `${each}_temp_path ${own};`);
      const server = `listen 127.0.0.1:${port} ssl; ssl_certificate ${folder}/${name}.crt; ssl_certificate_key ${folder}/${name}.key; default_type application/json; location / { return 200 "{}"; }`;
      const text = `${isRoot ? "user root;" : ""} daemon off; master_process off; pid ${own}/pid; error_log ${own}/errors; events {} http { access_log off; ${paths.join(" ")} server { ${server} } }`;
      writeFileSync(file, text);
      return ["-c", file, "-e", join(own, "errors")];
    },
  },
  PostgreSQL: {
    program: "postgres",
    clients: ["pg", "pg-promise", "postgres"],
    needs: "initdb",
    asNobody: true,
    prepare({ folder, run }) {
      const data = join(folder, "data");
      run("initdb", ["-D", data, "-U", "user", "--auth=trust", "--no-sync"]);
      writeFileSync(join(data, "pg_hba.conf"), "hostssl all all 127.0.0.1/32 trust\n");
      run("postgres", ["--single", "-D", data, "postgres"], {
        input: 'create database app;\ncreate database "user";\n',
      });
    },
    args({ folder, name, port }) {
      const data = join(folder, `data-${name}`);
      return [
        ...["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", "", "-c", "ssl=on", "-c", "fsync=off"],
        ...["-c", `ssl_cert_file=${folder}/${name}.crt`, "-c", `ssl_key_file=${folder}/${name}.key`],
      ];
    },
  },
  MariaDB: {
    program: "mariadbd",
    clients: ["mariadb", "mysql", "mysql2"],
    needs: "mariadb-install-db",
    prepare({ folder, run }) {
      const data = join(folder, "data");
      run("mariadb-install-db", [
        "--no-defaults",
        `--datadir=${data}`,
        ...asRoot,
        "--auth-root-authentication-method=normal",
      ]);
      writeFileSync(join(folder, "first.sql"), "create database app;\n");
    },
    args: ({ folder, name, port }) => [
      ...["--no-defaults", `--datadir=${folder}/data-${name}`, ...asRoot, `--port=${port}`, "--bind-address=127.0.0.1"],
      ...[`--socket=${folder}/${name}.sock`, `--pid-file=${folder}/${name}.pid`, `--init-file=${folder}/first.sql`],
      ...[
        `--ssl-cert=${folder}/${name}.crt`,
        `--ssl-key=${folder}/${name}.key`,
        "--skip-name-resolve",
        "--skip-grant-tables",
      ],
    ],
  },
};

/** The servers of the table, and what each of them lacks here, if anything. */
export const realServers = Object.entries(servers).map(([name, server]) => {
  const missing = [server.program, server.needs].find((program) => program !== undefined && !whereIs(program));
  return { name, clients: server.clients, missing };
});

/** Starts a server for each of the named certificates; gives back their ports and the function that ends them all. */
export async function startReal(server, folder, certificates, names) {
  const { program, prepare, args, asNobody = false } = servers[server];
  const identity = asNobody && isRoot ? { uid: nobody, gid: nobody, cwd: folder } : { cwd: folder };
  const run = (name, given, options) =>
    execFileSync(whereIs(name), given, { ...identity, stdio: ["pipe", "ignore", "ignore"], ...options });
  writeCertificates(folder, certificates, names);
  if (isRoot && asNobody) chownSync(folder, nobody, nobody);
  prepare?.({ folder, run });
  const children = [];
  const ports = {};
  const end = () => Promise.all(children.map((child) => ended(child)));
  try {
    for (const name of names) {
      if (prepare) copyFor(name, folder, asNobody);
      ports[name] = await freePort();
      const child = spawn(whereIs(program), args({ folder, name, port: ports[name] }), { ...identity, ...quiet });
      children.push(child);
      await listening(ports[name], child);
    }
  } catch (error) {
    await end();
    throw error;
  }
  return { ports, end };
}

/** A data directory of its own, since no two servers share one. */
function copyFor(name, folder, asNobody) {
  const to = join(folder, `data-${name}`);
  if (asNobody && isRoot) execFileSync("cp", ["-a", join(folder, "data"), to], { uid: nobody, gid: nobody });
  else cpSync(join(folder, "data"), to, { recursive: true });
}

async function ended(child) {
  if (child.exitCode !== null) return;
  const gone = new Promise((exit) => child.once("exit", exit));
  child.kill("SIGKILL");
  await gone;
}
