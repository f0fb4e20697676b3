import type { types } from "@slack/bolt";
import { poolFields } from "../../src/domain/form.ts";
import { languages } from "../../src/domain/forms/languages.ts";
import type { Run } from "../../src/domain/run.ts";
import { context } from "../block.ts";
import { when } from "../times.ts";
import { ask } from "./ask.ts";
import type { FormFacts } from "./form-facts.ts";
import { type FieldSource, type FormPage, fieldSource, listOf, textOf } from "./form-page.ts";
import {
  checkboxes,
  dateTimePicker,
  multiSelect,
  numberInput,
  radio,
  searchSelect,
  textInput,
} from "./inputs.ts";
import { qualityChoices } from "./quality-choices.ts";

const languageChoices = languages.map(({ code, name }) => ({ value: code, text: name }));

const adultChoices = [
  { value: "no", text: "No" },
  { value: "yes", text: "Yes, it may", description: "Shown only to workers who agreed to it" },
];

const acceptanceChoices = [
  { value: "automatic", text: "Automatic", description: "Each answer is paid as it arrives" },
  { value: "manual", text: "After review", description: "Unreviewed answers are paid in the end" },
];

/**
 * What the closing time that the form opens with means in both zones. Another choice is told on the review: painting the
 * form anew at each choice could take away what is said at a field.
 */
const closingNote = (source: FieldSource): types.KnownBlock[] => {
  const seconds = textOf(source, poolFields.closes);
  return /^[1-9]\d{9}$/.test(seconds)
    ? [
        context(
          `The form opened with ${when(new Date(Number(seconds) * 1000))}. Toloka counts in UTC; the review shows your choice in both.`,
        ),
      ]
    : [];
};

/** The fields that say how much is bought and for how much. */
const amounts = (source: FieldSource): types.KnownBlock[] => {
  const number = (field: string, label: string, hint?: string) =>
    ask(source, field, { label, hint }, numberInput(textOf(source, field)));
  return [
    ...ask(
      source,
      poolFields.price,
      { label: "Price per suite, USD", hint: "Toloka's minimum is 0.005. Dot or comma." },
      textInput({ initial: textOf(source, poolFields.price), max: 20, placeholder: "0.02" }),
    ),
    ...number(poolFields.realTasks, "Tasks per suite", "1 to 500."),
    ...number(poolFields.goldenTasks, "Golden tasks per suite", "Tasks with known answers."),
    ...number(poolFields.trainingTasks, "Training tasks per suite"),
    ...number(poolFields.overlap, "Overlap", "Answers per task. Most tasks need 3 to 5."),
    ...number(poolFields.seconds, "Seconds per suite", "Toloka recommends at least a minute."),
  ];
};

/** The fields that say who works and how the work is judged. */
const workers = (source: FieldSource): types.KnownBlock[] => [
  ...ask(
    source,
    poolFields.languages,
    { label: "Languages of the workers", hint: "Any one of them is enough.", optional: true },
    multiSelect(languageChoices, listOf(source, poolFields.languages), "All languages"),
  ),
  ...ask(
    source,
    poolFields.quality,
    { label: "Quality rules", optional: true },
    checkboxes(qualityChoices, listOf(source, poolFields.quality)),
  ),
  ...ask(
    source,
    poolFields.acceptance,
    { label: "Acceptance of answers" },
    radio(acceptanceChoices, textOf(source, poolFields.acceptance) || "automatic"),
  ),
  ...ask(
    source,
    poolFields.reviewDays,
    {
      label: "Days for review",
      hint: "1 to 21; only for acceptance after review.",
      optional: true,
    },
    numberInput(textOf(source, poolFields.reviewDays)),
  ),
];

/** The pool: what is paid, for what, to whom, until when. */
export const poolPage = (run: Run, facts: FormFacts): FormPage => {
  const source = fieldSource(run, facts);
  return {
    title: run.kind === "run" ? "New run: pool" : "New pool",
    submit: run.kind === "run" ? "Next" : "Create pool",
    blocks: [
      ...(run.kind === "pool"
        ? ask(
            source,
            poolFields.project,
            { label: "Project", hint: "Type a part of its name or its number." },
            searchSelect("Search projects", textOf(source, poolFields.project), facts.projectLabel),
          )
        : []),
      ...ask(
        source,
        poolFields.privateName,
        { label: "Pool name", hint: "Only your team sees it." },
        textInput({ initial: textOf(source, poolFields.privateName), max: 300 }),
      ),
      ...ask(
        source,
        poolFields.adult,
        { label: "May it contain adult content?", hint: "Please answer: there is no default." },
        radio(adultChoices, textOf(source, poolFields.adult)),
      ),
      ...ask(
        source,
        poolFields.closes,
        { label: "Closes", hint: `Your time zone: ${facts.timeZone}.` },
        dateTimePicker(textOf(source, poolFields.closes)),
      ),
      ...closingNote(source),
      ...amounts(source),
      ...workers(source),
    ],
  };
};
