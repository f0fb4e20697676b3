/** Rows of the measured file: the most that one file may have. */
export const rowCount = 100_000;

/**
 * A CSV file of good rows, each another picture, 80 to 90 bytes long. It stays under the 10 MB that a file
 * field of Slack takes.
 */
export const rowsFile = (rows: number): string => {
  const lines = ["INPUT:image,TASK:overlap"];
  for (let row = 1; row <= rows; row += 1) {
    const number = String(row).padStart(6, "0");
    lines.push(
      `https://pictures.example.com/catalogue/2026/autumn/shoes/side-view/pair-${number}.jpg,2`,
    );
  }
  return `${lines.join("\n")}\n`;
};
