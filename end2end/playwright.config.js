// Every test runs twice: in a browser as it comes, and with JavaScript off. What needs JavaScript is tagged @javascript.
import { defineConfig } from "@playwright/test";
import { chromium } from "./support/chromium.js";

export default defineConfig({
  testDir: "tests",
  outputDir: "results/tests",
  globalSetup: "./support/server.js",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: { browserName: "chromium", launchOptions: chromium, locale: "de-DE", screenshot: "only-on-failure" },
  projects: [
    { name: "javascript" },
    { name: "no-javascript", use: { javaScriptEnabled: false }, grepInvert: /@javascript/ },
  ],
});
