import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Locator } from "playwright-core";

/** Drops a file on an element as a person does who pulls it from a folder. */
export const dropFile = async (target: Locator, path: string): Promise<void> => {
  const [text, name] = [readFileSync(path, "utf8"), basename(path)].map((each) =>
    JSON.stringify(each),
  );
  const transfer = await target.page().evaluateHandle(`(() => {
    const carried = new DataTransfer();
    carried.items.add(new File([${text}], ${name}, { type: "text/csv" }));
    return carried;
  })()`);
  await target.dispatchEvent("dragover", { dataTransfer: transfer });
  await target.dispatchEvent("drop", { dataTransfer: transfer });
};
