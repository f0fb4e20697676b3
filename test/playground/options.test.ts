import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readOptions } from "../../playground/options.ts";

describe("the demo's command line", () => {
  test("opens a browser on its usual port and keeps nothing unless told otherwise", () => {
    expect(readOptions([])).toEqual({
      ...{ tour: false, verbose: false, port: 3210, open: true, data: undefined, reset: false },
    });
  });

  test("takes a port, a folder and no browser", () => {
    const options = readOptions(["--port", "0", "--data", "kept", "--reset", "--no-open"]);
    expect(options).toMatchObject({ port: 0, data: resolve("kept"), reset: true, open: false });
  });

  test.each([
    [["--port", "99999"], "--port takes a number"],
    [["--port", "x"], "--port takes a number"],
    [["--reset"], "--reset empties what --data DIR names"],
    [["--data", ""], "--data takes the name of a folder"],
    [["--tour", "--data", "kept"], "--tour begins anew"],
    [["--what"], "--what"],
  ])("refuses %j in words", (args, words) => {
    expect(() => readOptions(args)).toThrow(words);
  });
});
