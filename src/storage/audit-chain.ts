import { createHash } from "node:crypto";
import type { AuditLine } from "../use-cases/store-ports.ts";

/** A line with its place in the chain. */
export type ChainedLine = AuditLine & { readonly seq: number; readonly at: Date };

/** The predecessor of the first line. */
export const chainStart = "0".repeat(64);

/** sha256 in hex over every column of a line and the hash of the line before it. */
export const hashOf = (line: ChainedLine, previousHash: string): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        previousHash,
        line.seq,
        line.at.toISOString(),
        line.actor,
        line.action,
        line.subject,
        line.before,
        line.after,
      ]),
    )
    .digest("hex");
