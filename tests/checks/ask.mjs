// Opens a page in Chromium, takes steps on it as a reader would, and prints as JSON the answer to each question (an expression).
import { createRequire } from "node:module";

const require = createRequire(new URL("package.json", `file://${process.env.RUBRICATOR_NODE_MODULES}/../`));
const { chromium } = require("playwright-core");

const { page: address, width, scripts, steps } = JSON.parse(process.argv[2]);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: scripts });
const page = await context.newPage();
page.setDefaultTimeout(10000);
const answers = [];
page.on("pageerror", (error) => answers.push(`script: ${error.message}`));
page.on("console", (message) => { if (message.type() === "error") answers.push(`console: ${message.text()}`); });
await page.goto(address);
for (const [step, detail] of steps) {
  if (step === "open") await page.goto(detail);
  if (step === "click") await page.click(detail);
  if (step === "focus") await page.focus(detail);
  if (step === "press") await page.keyboard.press(detail);
  if (step === "type") await page.keyboard.type(detail);
  if (step === "reload") {
    await page.waitForTimeout(800); // what a page keeps reaches its next visit by way of another process
    await page.reload();
  }
  if (step === "ask") answers.push(await page.evaluate(detail));
  else await page.waitForTimeout(50);
}
await browser.close();
console.log(JSON.stringify(answers));
