/** Answers of a form that differ from good ones, and what is said under each field. */
export type WrongFields = {
  readonly what: string;
  readonly answers: Readonly<Record<string, string | number | Date | readonly string[] | null>>;
  readonly errors: Readonly<Record<string, string>>;
};

const input = (what: string, lines: string, message: string): WrongFields => ({
  what,
  answers: { "Input fields": lines },
  errors: { "Input fields": message },
});

const output = (what: string, lines: string, message: string): WrongFields => ({
  what,
  answers: { "Output fields": lines },
  errors: { "Output fields": message },
});

const nameHint = "Workers see this name. Say what they will do, e.g. Categories of shoes.";

/** Wrong answers to the project form for image choice. */
export const wrongProjects: readonly WrongFields[] = [
  {
    what: "a name of spaces",
    answers: { "Name for workers": "   " },
    errors: { "Name for workers": nameHint },
  },
  {
    what: "no name at all",
    answers: { "Name for workers": "" },
    errors: { "Name for workers": "Please complete this required field." },
  },
  {
    what: "a name of 101 characters",
    answers: { "Name for workers": "n".repeat(101) },
    errors: { "Name for workers": `At most 100 characters - you have 101. ${nameHint}` },
  },
  {
    what: "a description of spaces and instructions of line ends",
    answers: { Description: " ", Instructions: "\n\n" },
    errors: {
      Description: "Say in one sentence what workers will do.",
      Instructions: "Tell workers how to do the task: what to look at and how to decide.",
    },
  },
  input(
    "an input without a type",
    "image",
    "Line 1: Write a name, a colon and a type, for example `image: url`.",
  ),
  input(
    "an input with a mistyped type",
    "image: ulr",
    "Line 1: I do not know the type ulr. Did you mean url?",
  ),
  input(
    "an input with a word for a type",
    "image: link",
    "Line 1: I do not know the type link. Did you mean url?",
  ),
  input(
    "a name with a space",
    "my image: url",
    "Line 1: A name has letters a to z, digits, _ and - only; you have my image.",
  ),
  input("the same input twice", "image: url\nimage: url", "Line 2: image is already on line 1."),
  input(
    "a file as an input",
    "photo: file",
    "Line 1: Files come from workers: file works in outputs only; use url for a link to a file.",
  ),
  input(
    "inputs without a picture",
    "text: string",
    "Image choice needs an input with the image's link, for example `image: url`.",
  ),
  input("a range on a link", "image: url [1..5]", "Line 1: A range such as 1..5 does not fit url."),
  output(
    "the same option twice",
    "result: string [yes|yes]",
    "Line 1: The option yes is there twice.",
  ),
  output(
    "an empty option",
    "result: string [yes|]",
    "Line 1: One of the options is empty; write [a|b|c].",
  ),
  output("a hidden output", "result: string hidden [a|b]", "Line 1: An output cannot be hidden."),
  output(
    "a range that is the wrong way round",
    "result: string [5..2]",
    "Line 1: The range 5..2 is empty: its first end is the larger one.",
  ),
  output(
    "a mistyped flag",
    "result: string requird [a|b]",
    "Line 1: I do not know requird. Did you mean required?",
  ),
  output(
    "both required and optional",
    "result: string required optional [a|b]",
    "Line 1: It cannot be both required and optional.",
  ),
  output("options for JSON", "result: json [a|b]", "Line 1: json cannot have options."),
  output(
    "options of another type",
    "result: integer [1|two]",
    "Line 1: The option two is no integer.",
  ),
  output("a bracket left open", "result: string [a|b", "Line 1: A bracket [ is not closed."),
  output(
    "no options",
    "result: string",
    "result needs options, otherwise majority vote and golden tasks cannot work.",
  ),
  {
    what: "mistakes in both lists",
    answers: { "Input fields": "image url", "Output fields": "result: strin [a|b]" },
    errors: {
      "Input fields": "Line 1: Write a name, a colon and a type, for example `image: url`.",
      "Output fields": "Line 1: I do not know the type strin. Did you mean string?",
    },
  },
];

const view = (what: string, text: unknown, message: string): WrongFields => ({
  what,
  answers: { "View (JSON)": typeof text === "string" ? text : JSON.stringify(text) },
  errors: { "View (JSON)": message },
});

const ask = (path: string, values: readonly string[] = ["yes", "no"]) => ({
  type: "field.radio-group",
  data: { type: "data.output", path },
  options: values.map((value) => ({ label: value, value })),
});
const show = (path: string) => ({ type: "view.image", url: { type: "data.input", path } });
const config = (...items: unknown[]) => ({ view: { type: "view.list", items } });

/** Wrong views of one's own for the input `image` and the output `result` with yes and no. */
export const wrongViews: readonly WrongFields[] = [
  view("a view of spaces", "   ", "Paste the view as JSON, or choose another task kind."),
  view(
    "a view that breaks off",
    '{"view": ',
    "The view is not JSON: line 1, column 9: I expected a value, but the text ends.",
  ),
  view(
    "typographic quotes",
    "{\n  “view”: {}\n}",
    'The view is not JSON: line 2, column 3: I expected a name in "quotes" or }, but there is “; use straight quotes.',
  ),
  view("a list", "[]", "The view must be a JSON object {...}."),
  view(
    "no key view",
    {},
    'The config needs a key "view" with a component, for example {"view": {"type": "view.list", "items": []}}.',
  ),
  view(
    "a mistyped input",
    config(show("imge"), ask("result")),
    "The view reads imge, but the input is called image.",
  ),
  view(
    "a mistyped output",
    config(show("image"), ask("reslt")),
    "The view fills reslt, but the output is called result.\nThe view never fills result, which is required: nobody could submit.",
  ),
  view(
    "an option that the output does not allow",
    config(show("image"), ask("result", ["yes", "maybe"])),
    "The view offers maybe, but result allows only yes, no.",
  ),
  view(
    "a whole view without its lock",
    { type: "tb", config: config(show("image"), ask("result")) },
    'A view of type "tb" needs "lock" with the version of each component.',
  ),
];
