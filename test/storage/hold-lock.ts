/** Takes the lock of the folder given as the only argument, says so, and holds it until it is killed. */
import { lockFolder, StorageLocked } from "../../src/storage/folder-lock.ts";

try {
  await lockFolder(process.argv[2] ?? "");
  console.log("held");
} catch (error) {
  if (!(error instanceof StorageLocked)) throw error;
  console.log("refused");
}
setInterval(() => {}, 60_000);
