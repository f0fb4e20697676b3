import { execFileSync } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const root = fileURLToPath(new URL("../..", import.meta.url));

const lock = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({ dev: z.boolean().optional(), devOptional: z.boolean().optional() }),
  ),
});

/** What the Dockerfile's last stage copies from the repository. */
export const copiedFiles = async (): Promise<readonly string[]> => {
  const text = await readFile(join(root, "Dockerfile"), "utf8");
  const lastStage = text.slice(text.lastIndexOf("\nFROM "));
  return lastStage.split("\n").flatMap((line) => {
    const [word, ...parts] = line.split(" ");
    return word === "COPY" && !line.includes("--from") ? parts.slice(0, -1) : [];
  });
};

/** The installed folders of all production packages, as the lock file lists them. */
const productionPackages = async (): Promise<readonly string[]> => {
  const { packages } = lock.parse(
    JSON.parse(await readFile(join(root, "package-lock.json"), "utf8")),
  );
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && dev !== true && devOptional !== true)
    .map(([path]) => path);
};

/**
 * Builds what the image holds into a new folder that belongs to root and that nobody may write: the files
 * the Dockerfile copies and the production packages. Answers the folder.
 */
export const buildImage = async (): Promise<string> => {
  const image = await mkdtemp(join(tmpdir(), "lifeguard-image-"));
  for (const name of await copiedFiles()) {
    await cp(join(root, name), join(image, name), { recursive: true });
  }
  for (const path of await productionPackages()) {
    await mkdir(join(image, path, ".."), { recursive: true });
    // Optional packages for other machines are in the lock file and not installed.
    await cp(join(root, path), join(image, path), {
      recursive: true,
      filter: (source) => !source.slice(join(root, path).length).includes("/node_modules"),
    }).catch((error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    });
  }
  await chmod(image, 0o755);
  execFileSync("chmod", ["-R", "a-w,a+rX", image]);
  return image;
};
