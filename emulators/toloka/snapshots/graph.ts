import { z } from "zod";

/**
 * Plain values as JSON, with what JSON lacks: maps, sets, regular expressions, numbers without an
 * end, the negative zero, and two places that hold the very same object. Functions are left out. A value in a node is a
 * simple value of JSON or `[index]` of another node, `["u"]` for undefined, `["n", text]` for a number.
 */
export const graphSchema = z.object({
  nodes: z.array(z.tuple([z.enum(["object", "array", "map", "set", "regexp"]), z.unknown()])),
});

/** A document that `encodeGraph` did not make. */
export class GraphError extends Error {
  override readonly name = "GraphError";
}

type Graph = z.infer<typeof graphSchema>;
type Node = Graph["nodes"][number];

/** The graph whose first node is `root`. */
export function encodeGraph(root: object): Graph {
  const nodes: Node[] = [];
  const places = new Map<object, number>();
  const waiting: [object, number][] = [];

  function place(value: object): number {
    const known = places.get(value);
    if (known !== undefined) return known;
    const index = nodes.length;
    places.set(value, index);
    nodes.push(["object", null]);
    waiting.push([value, index]);
    return index;
  }

  function write(value: unknown): unknown {
    if (value === undefined) return ["u"];
    if (Object.is(value, -0)) return ["n", "-0"];
    if (typeof value === "number" && !Number.isFinite(value)) return ["n", String(value)];
    return typeof value === "object" && value !== null ? [place(value)] : value;
  }

  place(root);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, index] = next;
    nodes[index] = nodeOf(value, write);
  }
  return { nodes };
}

function nodeOf(value: object, write: (value: unknown) => unknown): Node {
  if (value instanceof RegExp) return ["regexp", [value.source, value.flags]];
  if (Array.isArray(value)) return ["array", value.map(write)];
  if (value instanceof Set) return ["set", [...value].map(write)];
  if (value instanceof Map) {
    return ["map", [...value].map(([key, held]) => [write(key), write(held)])];
  }
  const members = Object.entries(value).filter(([, held]) => typeof held !== "function");
  return ["object", members.map(([name, held]) => [name, write(held)])];
}

const listSchema = z.array(z.unknown());
const pairsSchema = z.array(z.tuple([z.unknown(), z.unknown()]));
const membersSchema = z.array(z.tuple([z.string(), z.unknown()]));
const patternSchema = z.tuple([z.string(), z.string()]);

/**
 * The value that a graph was made of.
 * @throws GraphError or ZodError when the graph is not one that `encodeGraph` makes
 */
export function decodeGraph({ nodes }: Graph): unknown {
  const shells = nodes.map(shellOf);
  const read = (written: unknown): unknown => {
    if (!Array.isArray(written)) return written;
    const [head, text] = written;
    if (head === "u") return undefined;
    if (head === "n") return Number(text);
    if (typeof head !== "number" || !(head in shells))
      throw new GraphError("Not a snapshot's value");
    return shells[head];
  };
  for (const [index, [, content]] of nodes.entries()) fill(shells[index], content, read);
  return shells[0];
}

function shellOf([kind, content]: Node): unknown {
  switch (kind) {
    case "object":
      return {};
    case "array":
      return [];
    case "map":
      return new Map<unknown, unknown>();
    case "set":
      return new Set<unknown>();
    case "regexp": {
      const [source, flags] = patternSchema.parse(content);
      return new RegExp(source, flags);
    }
  }
}

function fill(shell: unknown, content: unknown, read: (written: unknown) => unknown): void {
  if (shell instanceof RegExp) return;
  if (Array.isArray(shell)) {
    for (const held of listSchema.parse(content)) shell.push(read(held));
  } else if (shell instanceof Set) {
    for (const held of listSchema.parse(content)) shell.add(read(held));
  } else if (shell instanceof Map) {
    for (const [key, held] of pairsSchema.parse(content)) shell.set(read(key), read(held));
  } else if (typeof shell === "object" && shell !== null) {
    for (const [name, held] of membersSchema.parse(content)) {
      Object.defineProperty(shell, name, {
        value: read(held),
        configurable: true,
        enumerable: true,
        writable: true,
      });
    }
  }
}
