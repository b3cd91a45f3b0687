// The `test` of all tests here. Whatever else a test looks at, it fails when a page reports an error or asks anyone
// but our own server for anything.
import { test as base, expect } from "@playwright/test";

export { expect };

export const test = base.extend({
  baseURL: async ({}, use) => use(process.env.ALLMENDE_TEST_URL),

  quiet: [
    async ({ context, baseURL }, use) => {
      const noise = [];
      const refused = new Set();
      context.on("console", (message) => message.type() === "error" && noise.push({ from: message.location().url, text: `console: ${message.text()}` }));
      context.on("weberror", (error) => noise.push({ text: `page: ${error.error().stack || error.error()}` }));
      context.on("request", (request) => isOurs(request.url(), baseURL) || noise.push({ text: `asks another host: ${request.url()}` }));
      await use({ refused });
      // Browsers report the status of a page that is no 200 as an error of their own.
      const left = noise.filter(({ from, text }) => !(refused.has(from) && text.includes("the server responded with a status of")));
      expect(left.map(({ from = "", text }) => `${text} (${from})`), "errors and requests to other hosts").toEqual([]);
    },
    { auto: true },
  ],

  /** Opens an address that answers with this status. */
  visit: async ({ page, quiet, baseURL }, use) => {
    await use(async (path, status = 200) => {
      if (status >= 400) quiet.refused.add(new URL(path, baseURL).href);
      const answer = await page.goto(path);
      expect(answer.status(), path).toBe(status);
      return answer;
    });
  },
});

function isOurs(address, baseURL) {
  const url = new URL(address);
  return !/^(https?|wss?):$/.test(url.protocol) || url.host === new URL(baseURL).host;
}
