/** What Toloka's quick start answers to the forms, by label. */
export const answers: readonly (readonly [string, string])[] = [
  ["Name for workers", "Categories of shoes"],
  ["Description", "Look at the picture and determine the category of shoes"],
  [
    "Instructions",
    "In this task you will see images of different shoes. You need to determine their category.",
  ],
  ["Input fields", "image: url required"],
  ["Output fields", "result: string required [boots|sneakers|other|failed to load]"],
];

/** Files that come with the playground. */
export const samples: readonly {
  readonly href: string;
  readonly name: string;
  readonly note: string;
}[] = [
  { href: "/samples/shoes.csv", name: "shoes.csv", note: "the three pictures of the quick start" },
  { href: "/samples/shoes-500.csv", name: "shoes-500.csv", note: "500 rows with 12 mistakes" },
];
