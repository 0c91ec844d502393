// Draws ZPL for `./packhaus label-check`: a line in is "width height dots-per-mm base64", a line out the PNG in Base64, or ! and why not.
const { createInterface } = require('node:readline');
const { createRequire } = require('node:module');
const path = require('node:path');

const load = createRequire(path.join(path.resolve(process.argv[2]), 'x.js'));

async function main() {
    const { api } = await load('zpl-renderer-js').ready;
    for await (const line of createInterface({ input: process.stdin })) {
        const [width, height, dots, zpl] = line.split(' ');
        try {
            const text = Buffer.from(zpl, 'base64').toString('utf8');
            const png = await api.zplToBase64Async(text, Number(width), Number(height), Number(dots));
            process.stdout.write(png + '\n');
        } catch (e) {
            process.stdout.write('! ' + String(e && e.message || e).replaceAll('\n', ' ') + '\n');
        }
    }
}

main().catch(e => {
    process.stderr.write(String(e) + '\n');
    process.exit(1);
});
