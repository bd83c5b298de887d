// Opens reports in a real Chromium and uses them as a person would. Prints one line for each check,
// and fails at the first that does not hold.
//
//     node report.mjs PACKAGES CHROMIUM SCREENSHOTS exchange.html change.html hostile.html schemas.html
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import assert from "node:assert/strict";

const [packages, executablePath, screenshots, ...pages] = process.argv.slice(2);
const { chromium } = createRequire(join(resolve(packages), "package.json"))("playwright-core");
const [exchange, change, hostile, schemas] = pages.map((page) => pathToFileURL(resolve(page)).href);

const profile = mkdtempSync(join(tmpdir(), "schemadiff-chromium-"));
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const complaints = [];
const requests = [];
context.on("request", (request) => requests.push(request.url()));

async function open(url, { width = 1400, height = 900, dark = false } = {}) {
  const page = await context.newPage();
  page.on("console", (message) => { if (message.type() !== "log") complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => { complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  await page.setViewportSize({ width, height });
  await page.goto(url);
  return page;
}
const picture = (page, name) => page.screenshot({ path: join(screenshots, `${name}.png`) });
const shown = (page) => page.locator(".view.shown").getAttribute("id");
const listed = async (page) => (await page.locator("#list > li:not([hidden]):not(.partition)").count());
const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const check = async (what, body) => { await body(); console.log(`ok ${what}`); };

try {
  let page = await open(exchange);
  await check("the picture is what one sees first", async () => {
    assert.equal(await shown(page), "picture");
    assert.ok(await page.locator(".canvas.shown .box").count() >= 9);
    const boxes = await page.locator(".canvas.shown .box").evaluateAll((all) => all.map((box) => {
      const { left, top, right, bottom } = box.getBoundingClientRect();
      return { left, top, right, bottom };
    }));
    for (const box of boxes) {
      assert.ok(box.left >= 0 && box.top >= 0 && box.right <= 1400 && box.bottom <= 900, "is in sight");
      for (const other of boxes) {
        const apart = box === other || box.right <= other.left || other.right <= box.left ||
          box.bottom <= other.top || other.bottom <= box.top;
        assert.ok(apart, "no box covers another");
      }
    }
  });
  await check("text stays inside of its box", async () => {
    const over = await page.locator(".canvas.shown .box").evaluateAll((all) => all.flatMap((box) => {
      const frame = box.querySelector(".frame").getBoundingClientRect();
      return [...box.querySelectorAll("text")].filter((text) => {
        const { left, right } = text.getBoundingClientRect();
        return left < frame.left - 1 || right > frame.right + 1;
      }).map((text) => text.textContent);
    }));
    assert.deepEqual(over, []);
  });
  await picture(page, "exchange-1400");
  await check("search finds tables by the names of their columns", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("client_order");
    assert.equal(await listed(page), 1);
    assert.match(await page.locator("#list > li:not([hidden])").textContent(), /orders/);
    assert.equal(await page.locator(".canvas.shown .box.found").count(), 1);
    await picture(page, "exchange-search");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#table=public\.orders$/);
    assert.equal(await shown(page), "table=public.orders");
    assert.match(await page.title(), /public\.orders/);
  });
  await check("nothing found is said", async () => {
    await page.fill("#search", "no such thing");
    assert.equal(await listed(page), 0);
    assert.match(await page.locator("#found").textContent(), /Nothing/);
    await page.press("#search", "Escape");
    assert.ok(await listed(page) > 9);
  });
  await check("a click in the list goes to the table's page", async () => {
    await page.click('#list a[href="#table=public.user_exchanges"]');
    assert.equal(await shown(page), "table=public.user_exchanges");
    const text = await page.locator(".view.shown").textContent();
    for (const word of ["exchange_id", "user_exchanges_own", "user_exchanges_exchange_id_idx",
      "ON DELETE SET NULL", "user_exchanges_audit", "Encrypted by the application"]) {
      assert.ok(text.includes(word), word);
    }
    await picture(page, "exchange-table");
  });
  await check("who references whom leads on", async () => {
    await page.click('.view.shown .links a[href="#table=public.exchanges"]');
    assert.equal(await shown(page), "table=public.exchanges");
    await page.click('.view.shown .around a[href="#table=public.markets"]');
    assert.equal(await shown(page), "table=public.markets");
    await page.goBack();
    assert.equal(await shown(page), "table=public.exchanges");
  });
  await check("a click in the picture goes to the table's page", async () => {
    await page.click('.tabs a[href="#picture"]');
    await page.click('.canvas.shown .box[href="#table=public.trades"] .head');
    assert.equal(await shown(page), "table=public.trades");
  });
  await check("the picture can be dragged, zoomed and fitted", async () => {
    await page.click('.tabs a[href="#picture"]');
    const svg = page.locator(".canvas.shown svg");
    const before = await svg.getAttribute("viewBox");
    await page.mouse.move(700, 500);
    await page.mouse.down();
    await page.mouse.move(800, 560, { steps: 4 });
    await page.mouse.up();
    const dragged = await svg.getAttribute("viewBox");
    assert.notEqual(dragged, before);
    assert.equal(await shown(page), "picture", "a drag is no click");
    await page.mouse.wheel(0, -400);
    assert.ok(Number((await svg.getAttribute("viewBox")).split(" ")[2]) < Number(dragged.split(" ")[2]));
    await page.click('[data-zoom="fit"]');
    assert.equal(await svg.getAttribute("viewBox"), before);
    await page.focus(".canvas.shown");
    await page.keyboard.press("ArrowRight");
    assert.notEqual(await svg.getAttribute("viewBox"), before);
    await page.keyboard.press("0");
    assert.equal(await svg.getAttribute("viewBox"), before);
  });
  await check("the keyboard alone opens a table", async () => {
    await page.focus('.canvas.shown .box[href="#table=public.users"]');
    await page.keyboard.press("Enter");
    assert.equal(await shown(page), "table=public.users");
  });
  await check("the list of tables can be sorted", async () => {
    await page.click('.tabs a[href="#tables"]');
    await page.click("#tables th >> nth=1");
    assert.match(await page.locator("#tables tbody tr >> nth=0").textContent(), /orders|user_exchanges/);
    await picture(page, "exchange-tables");
  });
  await check("light and dark", async () => {
    const light = await background(page);
    await page.click("#theme");
    const dark = await background(page);
    assert.notEqual(light, dark);
    await page.reload();
    assert.equal(await background(page), dark, "it is remembered");
    await page.click("#theme");
    assert.equal(await background(page), light);
    await page.evaluate(() => localStorage.clear());
    const other = await open(exchange, { dark: true });
    assert.equal(await background(other), dark, "as the system has it");
    await picture(other, "exchange-dark");
    await other.goto(`${exchange}#table=public.orders`);
    await picture(other, "exchange-table-dark");
    await other.close();
  });
  await page.close();

  page = await open(`${exchange}#table=public.exchanges`);
  await check("a deep link opens its table", async () => {
    assert.equal(await shown(page), "table=public.exchanges");
    await page.goto(`${exchange}#table=exchanges`);
    assert.equal(await shown(page), "table=public.exchanges");
    await page.goto(`${exchange}#picture=public.exchanges`);
    assert.equal(await page.locator(".canvas.shown .box.found").count(), 1);
  });
  await page.close();

  page = await open(exchange, { width: 400, height: 800 });
  await check("a narrow window has everything too", async () => {
    await picture(page, "exchange-400");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 400);
    await page.fill("#search", "balances");
    await picture(page, "exchange-400-search");
    await page.click('#list a[href="#table=public.balances"]');
    assert.equal(await shown(page), "table=public.balances");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 400);
    await picture(page, "exchange-400-table");
  });
  await page.close();

  page = await open(change);
  await check("a change is drawn on the picture", async () => {
    for (const mark of ["added", "altered", "dropped"]) {
      assert.ok(await page.locator(`.canvas.shown .box.${mark}`).count() > 0, mark);
    }
    assert.ok(await page.locator(".canvas.shown .edge.added").count() > 0);
    await picture(page, "change-1400");
    await page.click('.tabs a[href="#changes"]');
    await picture(page, "change-list");
    assert.equal(await page.locator("#changes details.steps[open]").count(), 0, "SQL is folded");
    await page.locator("#changes details.steps summary").first().click();
    assert.ok(await page.locator("#changes details.steps[open] pre").first().isVisible());
    await page.locator("#changes details.steps").evaluateAll((all) => all.forEach((fold) => { fold.open = true; }));
    await picture(page, "change-steps");
    await page.locator("#changes h3 a").first().click();
    await page.waitForSelector('.view.shown[id^="table="]');
    assert.match(await shown(page), /^table=/);
    await picture(page, "change-table");
  });
  await page.setViewportSize({ width: 400, height: 800 });
  await page.goto(`${change}#changes`);
  await picture(page, "change-400");
  await page.close();

  page = await open(schemas);
  await check("the filter by schema has its own picture", async () => {
    const everything = await listed(page);
    await page.selectOption("#schema", "billing");
    assert.ok(await listed(page) < everything);
    const names = await page.locator(".canvas.shown .box").evaluateAll((all) => all.map((box) => box.getAttribute("href")));
    assert.deepEqual(names, ["#table=billing.accounts", "#table=billing.invoices"]);
    await picture(page, "schemas-billing");
    await page.selectOption("#schema", "");
    assert.equal(await listed(page), everything);
  });
  await page.close();

  page = await open(hostile);
  await check("hostile names are only text", async () => {
    await picture(page, "hostile");
    for (const link of await page.locator("#list a").all()) {
      const target = await link.getAttribute("href");
      await page.goto(`${hostile}${target}`);
      assert.equal(`#${await shown(page)}`, target);
    }
    assert.equal(await page.evaluate(() => window.stolen), undefined);
    assert.equal(await page.locator("img, iframe, object, embed").count(), 0);
    assert.equal(await page.locator("script").count(), 1);
    await page.fill("#search", "onerror");
    assert.ok(await listed(page) > 0);
    await picture(page, "hostile-table");
  });
  await page.close();

  await check("prints", async () => {
    const printed = await open(`${exchange}#table=public.orders`);
    await printed.pdf({ path: join(screenshots, "orders.pdf") });
    await printed.close();
  });
  assert.deepEqual(complaints, []);
  assert.deepEqual(requests.filter((url) => !/^(file|data):/.test(url)), []);
  console.log("ok no complaint on the console, no request to anywhere");
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
