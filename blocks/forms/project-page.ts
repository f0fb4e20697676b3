import { projectFields, type TaskKind, taskKinds } from "../../src/domain/form.ts";
import type { Run } from "../../src/domain/run.ts";
import { actions } from "../ids.ts";
import { ask } from "./ask.ts";
import type { FormFacts } from "./form-facts.ts";
import { type FormPage, fieldSource, textOf } from "./form-page.ts";
import { type Choice, radio, textInput } from "./inputs.ts";

const kindChoices: { readonly [K in TaskKind]: Omit<Choice, "value"> } = {
  image_choice: { text: "Image choice", description: "One picture, one question, fixed answers" },
  text_choice: { text: "Text choice", description: "One text, one question, fixed answers" },
  side_by_side: { text: "Side by side", description: "Two things to compare, one answer" },
  free_text: { text: "Free text", description: "Workers write the answer themselves" },
  own_json: { text: "Own JSON", description: "You give the view in Toloka's own format" },
};

const hints = {
  publicName: "Workers see this name. Say what they will do, e.g. Categories of shoes.",
  instructions: "HTML is allowed. Toloka advises at most one page.",
  inputs:
    "One field a line: name: type [required] [hidden] [min..max] [a|b|c]. Types: string, url, integer, float, boolean, json, file, coordinates, and array of each.",
  outputs:
    "What workers answer, in the same form. Options make majority vote and golden tasks possible.",
  ownView: "Template Builder JSON: the config, or a whole view_spec.",
  usualView: "Leave empty for the usual view of this kind of task.",
};

/** The project as workers see it, and the fields of its tasks. */
export const projectPage = (run: Run, facts: FormFacts): FormPage => {
  const source = fieldSource(run, facts);
  const typedKind = textOf(source, projectFields.kind);
  const kind = taskKinds.find((name) => name === typedKind) ?? taskKinds[0];
  const line = (field: string, max: number) => textInput({ initial: textOf(source, field), max });
  const area = (field: string, placeholder?: string) =>
    textInput({
      initial: textOf(source, field),
      max: 3000,
      multiline: true,
      ...(placeholder === undefined ? {} : { placeholder }),
    });
  const { publicName, description, instructions, inputs, outputs, view } = projectFields;
  const ownView = kind === "own_json";
  const kindRadio = radio(
    taskKinds.map((name) => ({ value: name, ...kindChoices[name] })),
    kind,
    actions.taskKind,
  );
  return {
    title: run.kind === "run" ? "New run: project" : "New project",
    submit: run.kind === "run" ? "Next" : "Create project",
    blocks: [
      ...ask(
        source,
        publicName,
        { label: "Name for workers", hint: hints.publicName },
        line(publicName, 300),
      ),
      ...ask(
        source,
        description,
        { label: "Description", hint: "One sentence." },
        line(description, 1000),
      ),
      ...ask(
        source,
        instructions,
        { label: "Instructions", hint: hints.instructions },
        area(instructions),
      ),
      ...ask(source, projectFields.kind, { label: "Kind of task", dispatch: true }, kindRadio),
      ...ask(
        source,
        inputs,
        { label: "Input fields", hint: hints.inputs, variant: kind },
        area(inputs, "image: url"),
      ),
      ...ask(
        source,
        outputs,
        { label: "Output fields", hint: hints.outputs, variant: kind },
        area(outputs, "result: string [boots|sneakers|other]"),
      ),
      ...ask(
        source,
        view,
        {
          label: "View (JSON)",
          hint: ownView ? hints.ownView : hints.usualView,
          optional: !ownView,
          variant: kind,
        },
        area(view),
      ),
    ],
  };
};
