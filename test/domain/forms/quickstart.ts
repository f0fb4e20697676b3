import { readFileSync } from "node:fs";
import type { FormInput } from "../../../src/domain/form.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

/** The bodies of Toloka's quick start. */
export const quickstart = {
  project: read("quickstart-project.json"),
  pool: read("quickstart-pool.json"),
};

/** What a person types to get the quick start's project. */
export const projectAnswers: FormInput = {
  public_name: "Categories of shoes",
  public_description: "Look at the picture and determine the category of shoes",
  public_instructions:
    "In this task you will see images of different shoes. You need to determine their category.",
  task_kind: "image_choice",
  input_fields: "image: url required",
  output_fields: "result: string required [boots|sneakers|other|failed to load]",
};

export const now = new Date("2026-11-23T12:00:00Z");
const closes = new Date("2026-11-30T18:00:00Z");

/** What a person types to get the quick start's pool. */
export const poolAnswers: FormInput = {
  project: "12345",
  private_name: "Shoes pool 1",
  may_contain_adult_content: "yes",
  will_expire: String(closes.getTime() / 1000),
  reward_per_assignment: "0.02",
  assignment_max_duration_seconds: "60",
  overlap: "3",
  real_tasks_count: "3",
  golden_tasks_count: "0",
  training_tasks_count: "0",
  languages: ["RU"],
  quality: ["captcha"],
  acceptance: "automatic",
};
