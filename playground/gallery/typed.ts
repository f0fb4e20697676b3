import type { DraftInput } from "../../src/domain/run.ts";

/** What somebody typed on each page, without a mistake. Times are unix seconds, as a picker gives them. */
export const typed: DraftInput = {
  start: { environment: "production", project_source: "existing", project: "12345" },
  project: {
    public_name: "Categories of shoes",
    public_description: "Look at the picture and choose the category.",
    public_instructions: "<p>Choose the <b>category</b> of the shoes.</p>",
    task_kind: "image_choice",
    input_fields: "image: url required",
    output_fields: "result: string required [boots|sneakers|other]",
  },
  pool: {
    project: "12345",
    private_name: "Shoes pool 1",
    may_contain_adult_content: "no",
    will_expire: "1796054400",
    reward_per_assignment: "0.02",
    assignment_max_duration_seconds: "600",
    overlap: "3",
    real_tasks_count: "10",
    golden_tasks_count: "1",
    training_tasks_count: "0",
    languages: ["EN", "FR"],
    quality: ["captcha", "golden_accuracy"],
    acceptance: "manual",
    review_days: "7",
  },
  tasks: { lines: "https://shop.example/1.jpg\nhttps://shop.example/2.jpg", overlap: "2" },
  review: { reason: "Batch 14 for the September model" },
};

/** A draft of which parts are missing, or kept in another form. */
export const damaged: DraftInput = {
  start: { project: "12345" },
  pool: { private_name: [], will_expire: "", acceptance: "", languages: "EN", overlap: "5" },
};

/** What somebody typed on each page, with a mistake in each field that can have one. */
export const mistyped: DraftInput = {
  start: { environment: "sandbox", project_source: "existing" },
  project: {
    public_name: "",
    public_description: "",
    public_instructions: "",
    task_kind: "own_json",
    input_fields: "image: picture",
    output_fields: "result strin",
    view: "{",
  },
  pool: {
    private_name: "",
    will_expire: "1700000000",
    reward_per_assignment: "0.001",
    assignment_max_duration_seconds: "1",
    overlap: "0",
    real_tasks_count: "501",
    golden_tasks_count: "many",
    training_tasks_count: "-1",
    acceptance: "manual",
    review_days: "30",
  },
  tasks: { overlap: "0" },
  review: { reason: "Because" },
};
