// A process of its own that starts the embedded server, for tests that kill it or run it as somebody else.
// Prints one line of JSON, then stays: it ends when it is killed, or with the test.
import { CannotStart } from '#src/platform/cannot-start.ts';
import { startEmbedded } from '#src/platform/db/embedded/embedded.ts';
import { placeOf } from '#src/platform/db/embedded/place.ts';

const [projectFolder = '.', dataDir] = process.argv.slice(2);

startEmbedded({ place: placeOf({ projectFolder, dataDir }), binFolder: process.env.PG_BIN })
  .then(
    ({ adopted, pid, url }) => console.log(JSON.stringify({ adopted, pid, url: url('postgres') })),
    (problem) => {
      if (!(problem instanceof CannotStart)) throw problem;
      console.log(JSON.stringify({ refused: problem.message }));
    },
  )
  .then(() => process.stdin.resume());
