import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a process has used, by the system's own accounting of it. */
export type Usage = {
  /** Processor time of all threads since its start, user and system, in milliseconds. */
  readonly cpuMs: number;
  /** Resident memory now, in bytes. */
  readonly rssBytes: number;
};

/** Linux counts processor time for programs in hundredths of a second on every platform Node runs on. */
const tickMs = 10;

const fromProc = (pid: number): Usage => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the name in brackets and may hold spaces: count from behind it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  if (kilobytes === undefined) throw new Error(`process ${pid} has no VmRSS: did it end?`);
  return {
    cpuMs: (Number(fields[11]) + Number(fields[12])) * tickMs,
    rssBytes: Number(kilobytes) * 1_024,
  };
};

/** `[[days-]hours:]minutes:seconds` as `ps` writes processor time, in milliseconds. */
const psTimeMs = (text: string): number => {
  const [seconds = 0, minutes = 0, hours = 0, days = 0] = text
    .split(/[:-]/)
    .map(Number)
    .toReversed();
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
};

const fromPs = (pid: number): Usage => {
  const line = execFileSync("ps", ["-o", "time=,rss=", "-p", String(pid)], { encoding: "utf8" });
  const [time = "", kilobytes = ""] = line.trim().split(/\s+/);
  return { cpuMs: psTimeMs(time), rssBytes: Number(kilobytes) * 1_024 };
};

/** Reads the accounting of a running process. Throws when there is no such process. */
export const usageOf = (pid: number): Usage =>
  process.platform === "linux" ? fromProc(pid) : fromPs(pid);

/** How often memory is looked at, in milliseconds; `ps` is a process of its own and is asked less often. */
const lookMs = process.platform === "linux" ? 50 : 500;

/** How long a piece of work took and the most resident memory meanwhile. */
export type Watched = { readonly ms: number; readonly peakBytes: number };

/** Does the work and looks at a process' memory all the while. */
export const whileWatched = async (pid: number, work: () => Promise<void>): Promise<Watched> => {
  let peakBytes = usageOf(pid).rssBytes;
  const look = (): void => {
    peakBytes = Math.max(peakBytes, usageOf(pid).rssBytes);
  };
  const timer = setInterval(look, lookMs);
  const beganMs = performance.now();
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  look();
  return { peakBytes, ms: performance.now() - beganMs };
};
