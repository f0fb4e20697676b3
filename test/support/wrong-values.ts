/** What is done at one field of a form so that it is wrong, what is said there, and what mends it. */
export type WrongField = {
  /** `input` types into the field's box, `choice` picks an answer by its words; none = nothing can be wrong. */
  readonly by: "input" | "choice" | "none";
  readonly wrong: string;
  /** A part of the words at the field. */
  readonly says: string;
  readonly right: string;
};

/** The fields of a form of the wizard by their labels. A form with other fields fails the test. */
export type WrongForm = { readonly [label: string]: WrongField };

const typed = (wrong: string, says: string, right: string): WrongField => ({
  by: "input",
  ...{ wrong, says, right },
});

/** Every answer that the form offers is a good one, and one is always chosen. */
const nothingWrong: WrongField = { by: "none", wrong: "", says: "", right: "" };

const wholeNumber = "Type a whole number from";

/** The project form of the quick start. */
export const wrongProject: WrongForm = {
  "Name for workers": typed(" ", "Workers see this name.", "Categories of shoes"),
  Description: typed(" ", "Say in one sentence", "Look at the picture"),
  Instructions: typed(
    " ",
    "Tell workers how to do the task",
    "Determine the category of the shoes.",
  ),
  "Kind of task": nothingWrong,
  // Read with the kind "Own JSON" only, which has a test of its own.
  "View (JSON)": nothingWrong,
  "Input fields": typed("image: ulr", "Did you mean url?", "image: url required"),
  "Output fields": typed(
    "result",
    "Write a name, a colon and a type",
    "result: string required [boots|sneakers|other|failed to load]",
  ),
};

/** The pool form; the closing time's box wants the form of `datetime-local`. */
export const wrongPool = (closes: string): WrongForm => ({
  "Pool name": typed(" ", "Name the pool", "Wrong at first"),
  "May it contain adult content?": {
    by: "choice",
    wrong: "",
    says: "Please complete this required field.",
    right: "No",
  },
  Closes: typed("2020-01-01T10:00", "That is in the past", closes),
  "Price per suite, USD": typed("a lot", "you have a lot", "0.03"),
  "Tasks per suite": typed("501", wholeNumber, "3"),
  "Golden tasks per suite": typed("501", wholeNumber, "0"),
  "Training tasks per suite": typed("-1", wholeNumber, "0"),
  Overlap: typed("0", wholeNumber, "3"),
  "Seconds per suite": typed("4", wholeNumber, "60"),
  "Languages of the workers": nothingWrong,
  "Quality rules": nothingWrong,
  "Acceptance of answers": nothingWrong,
  "Days for review": typed("22", "Type a whole number from 1 to 21", "14"),
});

/** The tasks form when a file and lines are given at once. */
export const wrongTasks: WrongForm = {
  File: { by: "none", wrong: "", says: "Give a file or paste lines, not both.", right: "" },
  "Or pasted lines": typed("https://example.com/1.jpg", "", ""),
  Overlap: typed("0", wholeNumber, "3"),
};
