/** What the requester types in the tour: the shoes of Toloka's own quick start. */
export const shoesProject = {
  "Name for workers": "Categories of shoes",
  Description: "Look at the picture and determine the category of shoes",
  Instructions:
    "In this task you will see images of different shoes. You need to determine their category.",
  "Kind of task": "Image choice",
  "Input fields": "image: url required",
  "Output fields": "result: string required [boots|sneakers|other|failed to load]",
} as const;

/** The pool of the quick start; it closes two days after now. */
export const shoesPool = (closes: Date) =>
  ({
    "Pool name": "Shoes pool 1",
    "May it contain adult content?": "Yes, it may",
    Closes: closes,
    "Price per suite, USD": "0.02",
    "Tasks per suite": "3",
    "Golden tasks per suite": "0",
    "Training tasks per suite": "0",
    Overlap: "3",
    "Seconds per suite": "60",
    "Languages of the workers": ["Russian"],
    "Acceptance of answers": "Automatic",
  }) as const;

/** Three pictures, each to be answered twice. */
export const shoesFile = [
  "INPUT:image,TASK:overlap",
  "https://example.com/image_1.jpg,2",
  "https://example.com/image_2.jpg,2",
  "https://example.com/image_3.jpg,2",
  "",
].join("\n");
