/** A Template Builder page with every view, layout and field of the reference, and what its fields ask. */
const input = (path: string) => ({ type: "data.input", path });
const output = (path: string) => ({ type: "data.output", path });
const text = (content: unknown) => ({ type: "view.text", content });
const required = { type: "condition.required" };
const picture = "https://example.com/image_2.jpg";
const kinds = [
  { label: "Boots", value: "boots" },
  { label: "Sneakers", value: "sneakers" },
  { label: "Other", value: "other" },
];
const setKind = (payload: string) => ({ type: "action.set", data: output("kind"), payload });

/** The helper's own member is called as a promise's is; written as text, it is no promise to anybody. */
const conditional = (condition: object, content: object): object =>
  JSON.parse(
    `{"type": "helper.if", "condition": ${JSON.stringify(condition)}, "then": ${JSON.stringify(content)}}`,
  );

/** Everything that is only looked at. */
const views = [
  { type: "view.markdown", content: input("words") },
  { type: "view.alert", theme: "warning", content: text("Mind the heel") },
  { type: "view.divider", label: "and now" },
  { type: "view.group", label: "A group", content: text("inside the group") },
  { type: "view.collapse", label: "More", content: text("was hidden") },
  { type: "view.labeled-list", items: [{ label: "Price", content: text("30") }] },
  { type: "view.link", url: "https://example.com/rules", content: "The rules" },
  { type: "view.link-group", links: [{ url: "https://example.com/a", content: "A shop" }] },
  { type: "view.video", url: "https://example.com/v.mp4" },
  { type: "view.audio", url: "https://example.com/a.mp3" },
  { type: "view.iframe", url: "https://example.com/page" },
  { type: "view.map", center: "53.9,27.56" },
  { type: "view.image", url: picture, ratio: [1, 1] },
  { type: "view.device-frame", content: text("on a phone") },
  {
    type: "view.action-button",
    label: "Say hello",
    action: { type: "action.notify", payload: { content: text("Hello there"), theme: "info" } },
  },
];

const layouts = [
  { type: "layout.columns", items: [text("one"), text("two")] },
  { type: "layout.sidebar", content: text("main"), controls: text("beside") },
  {
    type: "layout.compare",
    items: [{ content: text("left"), controls: text("this one") }],
    commonControls: text("why"),
  },
  { type: "layout.bars", content: text("between"), barBefore: text("before") },
  { type: "layout.side-by-side", items: [text("a"), text("b")], controls: text("which") },
];

const fields = [
  {
    type: "field.radio-group",
    label: "Kind",
    data: output("kind"),
    options: kinds,
    validation: required,
  },
  { type: "field.button-radio-group", label: "Again", data: output("again"), options: kinds },
  { type: "field.button-radio", label: "Only this", data: output("only"), valueToSet: "this" },
  { type: "field.checkbox", label: "It is worn", data: output("worn") },
  { type: "field.checkbox-group", label: "Colours", data: output("colours"), options: kinds },
  { type: "field.select", label: "Size", data: output("size"), options: kinds },
  { type: "field.text", label: "Maker", data: output("maker"), validation: required },
  { type: "field.textarea", label: "Words", data: output("words") },
  { type: "field.number", label: "Price", data: output("price"), minimum: 0 },
  { type: "field.email", label: "Mail", data: output("mail") },
  { type: "field.phone-number", label: "Phone", data: output("phone") },
  { type: "field.date", label: "Day", format: "date", data: output("day") },
  { type: "field.file", label: "Bill", accept: ["text/plain"], data: output("bill") },
  { type: "field.media-file", label: "Photo", accept: { photo: true }, data: output("photo") },
  { type: "field.audio", label: "Sound", data: output("sound") },
  {
    type: "field.list",
    label: "Defects",
    buttonLabel: "Add a defect",
    data: output("defects"),
    render: { type: "field.text", label: "Where", data: { type: "data.relative", path: "at" } },
  },
  {
    type: "field.quiz",
    label: "Quiz",
    data: output("quiz"),
    options: [
      {
        key: "laces",
        label: "How many laces",
        options: [
          { label: "Two of them", value: 2, correct: true },
          { label: "None at all", value: 0 },
        ],
      },
    ],
  },
  { type: "field.map", label: "Found at", center: "53.9,27.56", data: output("found") },
  {
    type: "field.text-annotation",
    label: "Names",
    content: input("sentence"),
    labels: [{ label: "Person", value: "person" }],
    data: output("names"),
  },
  {
    type: "field.image-annotation",
    label: "Areas",
    image: picture,
    shapes: { point: true },
    data: output("areas"),
  },
  conditional(
    { type: "condition.equals", data: output("kind"), to: "other" },
    { type: "field.text", label: "What else", data: output("else"), validation: required },
  ),
];

/** The whole page; one task after the other. */
export const everyComponent = {
  config: {
    view: { type: "view.list", items: [...views, ...layouts, ...fields] },
    plugins: [
      { type: "plugin.toloka", layout: { kind: "pager" } },
      { type: "plugin.hotkeys", b: setKind("boots"), o: setKind("other") },
    ],
  },
  input: {
    words: { type: "string", required: true },
    sentence: { type: "string", required: true },
    source: { type: "string", hidden: true, required: false },
  },
  output: Object.fromEntries(
    [
      ..."kind again only size maker words mail phone day else found".split(" "),
      ...["worn:boolean", "price:float", "bill:file", "photo:file", "sound:file"],
      ..."colours defects quiz names areas".split(" ").map((name) => `${name}:json`),
    ].map((field) => {
      const [name = "", type = "string"] = field.split(":");
      return [name, { type, required: name === "kind" || name === "maker" }];
    }),
  ),
  tasks: [1, 2].map((number) => ({
    input_values: {
      words: `# Pair ${number}\n\nLook **closely**.`,
      sentence: "Anna bought boots.",
      source: "not for Tolokers",
    },
  })),
};
