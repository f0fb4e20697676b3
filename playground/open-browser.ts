import { spawn } from "node:child_process";

/** The command that opens an address on this system; undefined where no screen is. */
const opener = (): readonly string[] | undefined => {
  if (process.platform === "darwin") return ["open"];
  if (process.platform === "win32") return ["cmd", "/c", "start", ""];
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return (DISPLAY ?? WAYLAND_DISPLAY ?? "") === "" ? undefined : ["xdg-open"];
};

/** Opens an address in the person's browser where there is one; says nothing where there is none. */
export const openBrowser = (url: string): void => {
  const [command, ...args] = opener() ?? [];
  if (command === undefined) return;
  const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
};
