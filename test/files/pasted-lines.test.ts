import { describe, expect, test } from "vitest";
import { readPastedLines } from "../../src/files/pasted-lines.ts";

const url = { type: "url" };
const one = {
  inputSpec: { image: url, note: { type: "string", required: false } },
  outputSpec: { result: { type: "string" } },
};
const both = { inputSpec: { left: url, right: url }, outputSpec: { result: { type: "string" } } };

const rows = async (...given: Parameters<typeof readPastedLines>) =>
  (await readPastedLines(...given)).map(({ row, cells }) => [row, Object.fromEntries(cells)]);

describe("pasted lines", () => {
  test("are one value each for a single required input", async () => {
    expect(await rows(" https://a.b/1,2.jpg \n\r\nhttps://a.b/2.jpg", one)).toEqual([
      [1, { image: "https://a.b/1,2.jpg" }],
      [2, { image: "https://a.b/2.jpg" }],
    ]);
  });

  test("are a table when the first line names a column", async () => {
    expect(await rows("image\tTASK:overlap\nhttps://a.b/1.jpg\t2", one)).toEqual([
      [1, { image: "https://a.b/1.jpg", "TASK:overlap": "2" }],
    ]);
  });

  test("for several inputs need a header line", async () => {
    await expect(rows("https://a.b\nhttps://b.c", both)).rejects.toThrow(
      "The project has several inputs: paste a header line first, for example left,right, and the rows under it.",
    );
    expect(await rows("left,right\nhttps://a.b,https://b.c", both)).toEqual([
      [1, { left: "https://a.b", right: "https://b.c" }],
    ]);
  });

  test("that are none, or a header alone, are told", async () => {
    await expect(rows(" \n", one)).rejects.toThrow("There are no lines.");
    await expect(rows("image,overlap", one)).rejects.toThrow(
      "There is a header line, but no rows under it.",
    );
  });
});
