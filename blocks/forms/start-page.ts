import { type Environment, environments } from "../../src/domain/environment.ts";
import { startFields } from "../../src/domain/form.ts";
import type { Run } from "../../src/domain/run.ts";
import { section } from "../block.ts";
import { actions, projectSourceField, projectSources } from "../ids.ts";
import { ask } from "./ask.ts";
import type { FormFacts } from "./form-facts.ts";
import { type FormPage, fieldSource, textOf } from "./form-page.ts";
import { type Choice, radio, searchSelect } from "./inputs.ts";

const environmentChoices: { readonly [E in Environment]: Choice } = {
  sandbox: { value: "sandbox", text: "Sandbox", description: "Practice: no crowd, no real money" },
  production: { value: "production", text: "PRODUCTION", description: "Real people, real money" },
};

const sourceChoices: { readonly [S in (typeof projectSources)[number]]: Choice } = {
  new: { value: "new", text: "A new project", description: "You describe it on the next page" },
  existing: { value: "existing", text: "A project that exists", description: "Pick it below" },
};

const purpose =
  "A run is one pool of tasks: you describe it, the bot checks and prices it, somebody approves it, and it is followed in one thread.";

/** First step of a run: where, and with which project. */
export const startPage = (run: Run, facts: FormFacts): FormPage => {
  const source = fieldSource(run, facts);
  const picked = textOf(source, startFields.project);
  const from = textOf(source, projectSourceField) || (picked === "" ? "new" : "existing");
  const offered = environments.filter((environment) => facts.environments.includes(environment));
  const environmentRadio = radio(
    offered.map((environment) => environmentChoices[environment]),
    run.environment,
    actions.environment,
  );
  return {
    title: "New run",
    submit: "Next",
    blocks: [
      section(purpose),
      ...(offered.length > 1
        ? ask(
            source,
            startFields.environment,
            { label: "Environment", dispatch: true },
            environmentRadio,
          )
        : []),
      ...ask(
        source,
        projectSourceField,
        { label: "Project" },
        radio(
          projectSources.map((key) => sourceChoices[key]),
          from,
        ),
      ),
      ...ask(
        source,
        startFields.project,
        {
          label: "Existing project",
          hint: "Type a part of its name or its number. Leave it empty for a new project.",
          optional: true,
          // Projects of the other environment must not stay picked.
          variant: run.environment,
        },
        searchSelect("Search projects", picked, facts.projectLabel),
      ),
    ],
  };
};
