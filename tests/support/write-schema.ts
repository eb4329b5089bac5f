import { writeFileSync } from 'node:fs';
import setup from './database.ts';
import { schemaFile, schemaOf } from './schema.ts';

// `npm run schema`: after a migration changed, write down what the database is now.
const stop = await setup();
writeFileSync(schemaFile, await schemaOf(process.env.TEST_TEMPLATE_URL ?? ''));
await stop();
