/** What a tasks file may have at most. */
export const fileBounds = {
  bytes: 32 * 1024 * 1024,
  rows: 100_000,
  columns: 200,
  /** One line or record of a table. */
  recordBytes: 64 * 1024,
  /** One task in a JSON file, in characters; rows over Toloka's own bound are then told by row. */
  elementChars: 2_000_000,
} as const;
