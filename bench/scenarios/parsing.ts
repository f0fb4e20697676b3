import { createRowChecker } from "../../src/domain/rows/row-checker.ts";
import { createSheetReader } from "../../src/files/sheet-reader.ts";
import { rowCount, rowsFile } from "./rows-file.ts";

/** Rows per second through reader and rules alone, in this process, without database and Slack. */
export type ParsingFigures = { readonly rowsPerSecond: number };

const field = { required: true, hidden: false } as const;

/** Reads and checks the measured file as the bot does, without keeping anything. */
export const measureParsing = async (): Promise<ParsingFigures> => {
  const bytes = new TextEncoder().encode(rowsFile(rowCount));
  const pass = async (): Promise<number> => {
    const sheet = createSheetReader().read("pairs.csv", new Blob([bytes]).stream());
    const checker = createRowChecker({
      rules: {
        inputSpec: { image: { type: "url", ...field } },
        outputSpec: { result: { type: "string", ...field } },
      },
      defaultOverlap: 2,
      columns: ["INPUT:image", "TASK:overlap"],
      format: "table",
    });
    let good = 0;
    const beganMs = performance.now();
    for await (const row of sheet) if (checker.check(row).ok) good += 1;
    if (good !== rowCount) throw new Error(`only ${good} of ${rowCount} rows were good`);
    return performance.now() - beganMs;
  };
  await pass();
  return { rowsPerSecond: rowCount / ((await pass()) / 1_000) };
};
