// web.mjs FILE.html...: axe-core over each page in headless Chromium. Says each finding, what cannot
// be decided too, and pages that are wider than the window, fetch something or say something on the
// console; status 1 where there is one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';

const require = createRequire(`${process.env.WEB}/`);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const LONGEST = 160; // characters of a finding: pictures are data of many more
const SCHEMES = ['light', 'dark'];
const WIDTHS = [320, 1280];

async function findings(browser, file, scheme, width) {
    const page = await browser.newPage();
    const found = [];
    await page.setViewport({ width, height: 800 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    page.on('console', (message) => found.push(`console: ${message.text()}`));
    page.on('request', (request) => {
        if (!/^(file|data):/.test(request.url())) found.push(`fetches ${request.url()}`);
    });
    await page.goto(`file://${file}`);
    const blank = await page.evaluate(() => [...document.images].filter((image) => !image.naturalWidth).length);
    if (blank) found.push(`${blank} pictures do not show`);
    const over = await page.evaluate(() => {
        const root = document.documentElement;
        return root.scrollWidth - root.clientWidth;
    });
    if (over > 0) found.push(`${over} pixels wider than the window`);
    await page.evaluate(axe);
    const told = await page.evaluate(() => axe.run(document, { resultTypes: ['violations', 'incomplete'] }));
    for (const { id, help, nodes } of [...told.violations, ...told.incomplete])
        found.push(...nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(' ')}: ${any[0]?.message ?? ''}`));
    if (!told.passes.length) found.push('no rule was asked');
    await page.close();
    return found;
}

const browser = await require('puppeteer-core').launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
});
let failed = 0, pages = 0;
for (const file of process.argv.slice(2))
    for (const scheme of SCHEMES)
        for (const width of WIDTHS) {
            pages++;
            for (const finding of await findings(browser, file, scheme, width)) {
                failed++;
                console.log(`${basename(file)}, ${scheme}, ${width} px: ${finding.slice(0, LONGEST)}`);
            }
        }
await browser.close();
console.log(`axe: ${pages} pages, ${failed || 'no'} findings`);
process.exit(failed ? 1 : 0);
