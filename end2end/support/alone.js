// The `test` of tests that change what everybody sees: they have a server of their own, so that the others find what they
// count on. Playwright gives them processes of their own, too.
import { launch } from "./server.js";
import { expect, test as base } from "./test.js";

export { expect };

export const test = base.extend({
  alone: [
    async ({}, use, worker) => {
      const stop = await launch(`server-${worker.workerIndex}`);
      await use();
      await stop();
    },
    { scope: "worker", auto: true },
  ],
});
