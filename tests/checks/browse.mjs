// Opens each page named on the command line in Chromium and prints, as JSON, what axe and a narrow screen find.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("package.json", `file://${process.env.RUBRICATOR_NODE_MODULES}/../`));
const { chromium } = require("playwright-core");
const axe = require("axe-core");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});
const complaints = {};
for (const file of process.argv.slice(2)) {
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    // A page that forbids scripts must still be checked by one.
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    page.on("request", (request) => {
      if (!request.isNavigationRequest() && !request.url().startsWith("data:")) found.push(`request: ${request.url()}`);
    });
    page.on("pageerror", (error) => found.push(`script: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") found.push(`console: ${message.text()}`);
    });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(axe.source);
    for (const [width, height] of [[1600, 900], [320, 640]]) {
      await page.setViewportSize({ width, height });
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      for (const { id, help, nodes } of violations) {
        for (const node of nodes.slice(0, 5)) found.push(`axe ${id} (${colorScheme}, ${width} px): ${help}: ${node.html.slice(0, 200)}`);
      }
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) found.push(`narrow: scrolls sideways at 320 px (${width} px wide)`);
    await context.close();
  }
  complaints[file] = [...new Set(found)];
}
await browser.close();
console.log(JSON.stringify(complaints));
