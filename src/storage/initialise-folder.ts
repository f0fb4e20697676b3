/** Makes an empty database in the folder given as the only argument. Run as a process of its own. */
import { PGlite } from "@electric-sql/pglite";

const folder = process.argv[2];
if (folder === undefined) throw new Error("Which folder?");
const pglite = await PGlite.create({ dataDir: folder });
await pglite.close();
