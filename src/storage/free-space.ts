import { statfs } from "node:fs/promises";

/** Free bytes of the disk that holds a folder, as far as this process may use them. */
export const freeBytesOf = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};
