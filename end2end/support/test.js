// The `test` of all tests here. Whatever else a test looks at, it fails when a page reports an error or asks anyone
// but our own server for anything.
import { test as base, expect } from "@playwright/test";

export { expect };

export const test = base.extend({
  baseURL: async ({}, use) => use(process.env.ALLMENDE_TEST_URL),

  quiet: [
    async ({ context, baseURL }, use) => {
      const noise = [];
      context.on("console", (message) => message.type() === "error" && noise.push(`console: ${message.text()} (${message.location().url})`));
      context.on("weberror", (error) => noise.push(`page: ${error.error().stack || error.error()}`));
      context.on("request", (request) => isOurs(request.url(), baseURL) || noise.push(`asks another host: ${request.url()}`));
      await use(noise);
      expect(noise, "errors and requests to other hosts").toEqual([]);
    },
    { auto: true },
  ],
});

function isOurs(address, baseURL) {
  const url = new URL(address);
  return !/^(https?|wss?):$/.test(url.protocol) || url.host === new URL(baseURL).host;
}
