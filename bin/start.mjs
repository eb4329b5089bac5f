import { prepare } from './prepare.mjs';

await prepare();
const { main } = await import('../dist/main.js');
await main(process.argv.slice(2));
