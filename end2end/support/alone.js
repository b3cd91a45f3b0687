// The `test` of tests that change what everybody sees: they have a server of their own, so that the others find what they
// count on, and one that takes its mails. Playwright gives them processes of their own, too.
import { SMTPServer } from "smtp-server";
import { inbox } from "./mails.js";
import { launch } from "./server.js";
import { expect, test as base } from "./test.js";

export { expect };

export const test = base.extend({
  /** Settings of that server: `test.use({ settings: { … } })`. */
  settings: [{}, { scope: "worker", option: true }],

  alone: [
    async ({ settings }, use, worker) => {
      const post = await postOffice();
      const stop = await launch(`server-${worker.workerIndex}`, {
        ALLMENDE_SMTP_URL: `smtp://127.0.0.1:${post.server.address().port}`,
        ALLMENDE_MAIL_FROM: "Allmende <post@allmende.example.org>",
        ...settings,
      });
      await use();
      await stop();
      await new Promise((done) => post.close(done));
    },
    { scope: "worker", auto: true },
  ],
});

/** A mail server that keeps what it gets. */
async function postOffice() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, _session, done) {
      let mail = "";
      stream.setEncoding("utf8");
      stream.on("data", (piece) => (mail += piece));
      stream.on("end", () => {
        inbox.push(mail);
        done();
      });
    },
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}
