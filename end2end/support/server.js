// Starts the built server on a free port, with the sample directory in a data folder of its own, and stops it at the
// end. ALLMENDE_BIN and ALLMENDE_SITE_DIR name other builds; with ALLMENDE_TEST_URL a server that runs already is used.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const ROOT = resolve(import.meta.dirname, "../..");
const READY_WITHIN_MS = 30_000;

export default async function start() {
  if (process.env.ALLMENDE_TEST_URL) return undefined;
  return launch("server");
}

/**
 * Starts a server, which is from then on the one that this process tests. Gives what stops it. Browsers reach it at `host`;
 * moderators need no passkey unless the settings say so: browsers have none for an address without a name.
 */
export async function launch(name, settings = {}, host = "127.0.0.1") {
  const binary = resolve(ROOT, process.env.ALLMENDE_BIN ?? "target/debug/allmende");
  const data = mkdtempSync(join(tmpdir(), "allmende-end2end-"));
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const base = `http://${host}:${port}`;
  const own = { ALLMENDE_ADDR: address, ALLMENDE_BASE_URL: base, ALLMENDE_DATA_DIR: data, ALLMENDE_MODERATOR_PASSKEYS: "optional" };
  const env = { ALLMENDE_SITE_DIR: join(ROOT, "target/site"), ...process.env, ...own, ...settings };
  execFileSync(binary, ["import", join(ROOT, "server/sample")], { env, cwd: data, stdio: ["ignore", "ignore", "inherit"] });

  mkdirSync(join(ROOT, "end2end/results"), { recursive: true });
  const logged = join(ROOT, `end2end/results/${name}.log`);
  const log = openSync(logged, "w");
  const server = spawn(binary, ["serve"], { env, cwd: data, stdio: ["ignore", log, log] });
  const ended = new Promise((done) => server.on("exit", done));
  const stop = async () => {
    server.kill("SIGTERM");
    const late = setTimeout(() => server.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(late);
    rmSync(data, { recursive: true, force: true });
  };
  process.env.ALLMENDE_TEST_DATA = data;
  process.env.ALLMENDE_TEST_URL = base;
  if (!(await isReady(server))) {
    await stop();
    throw new Error(`The server does not answer on ${address}:\n${readFileSync(logged, "utf8")}`);
  }
  return stop;
}

async function isReady(server) {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end && server.exitCode === null) {
    const answer = await fetch(`${process.env.ALLMENDE_TEST_URL}/readyz`).catch(() => undefined);
    if (answer?.ok) return true;
    await sleep(100);
  }
  return false;
}

async function freePort() {
  const probe = createServer();
  await new Promise((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}
