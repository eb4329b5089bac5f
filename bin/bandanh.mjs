import { prepare } from './prepare.mjs';

await prepare();
const { cli } = await import('../dist/cli.js');
await cli(process.argv.slice(2));
