import type { SlackPerson } from "../../emulators/slack/control/person.ts";
import { shoesPool, shoesProject } from "../../playground/tour/answers.ts";
import type { MeasuredApp } from "../apps.ts";
import { usageOf, type Watched, whileWatched } from "../process-usage.ts";
import type { StandIns } from "../stand-ins.ts";
import { until } from "../until.ts";
import { rowCount, rowsFile } from "./rows-file.ts";

/** What a file of 100,000 rows cost, from the submitted form to the request for approval. */
export type RowsFigures = {
  readonly rows: number;
  readonly fileBytes: number;
  /** Memory before the file was given, in bytes. */
  readonly idleBytes: number;
  /** From the submitted tasks form to the report in it. */
  readonly checked: Watched;
  /** From the submitted review to the last uploaded part, project and pool made on the way. */
  readonly uploaded: Watched;
  /** From the last uploaded part to the request for approval: all tasks read back and compared. */
  readonly verified: Watched;
  /** Processor time of all this, in milliseconds. */
  readonly cpuMs: number;
};

const channel = "labelling";

/** The pool of the rows; it waits for approval in the end. */
export const poolName = "A hundred thousand pairs";

const formTitled = (person: SlackPerson, title: string): Promise<void> =>
  until(
    `the form "${title}"`,
    async () => (await person.modal())?.title ?? "",
    (seen) => seen === title,
  );

/** Submits the open form. Throws when Slack would show the person an error instead. */
const submit = async (person: SlackPerson): Promise<void> => {
  const { status, ms, problems } = await person.submit();
  const errors = [...Object.values(problems), ...((await person.modal())?.errors ?? [])];
  if (status === "acked" && errors.length === 0) return;
  throw new Error(`a form was ${status} after ${Math.round(ms)} ms: ${errors.join("; ")}`);
};

/** Goes through the forms up to the tasks. */
const fillForms = async (person: SlackPerson): Promise<void> => {
  await person.command(channel, "/toloka new run");
  await formTitled(person, "New run");
  await submit(person);
  await formTitled(person, "New run: project");
  await person.fill(shoesProject);
  await submit(person);
  await formTitled(person, "New run: pool");
  const closes = new Date(Date.now() + 2 * 86_400_000);
  await person.fill({ ...shoesPool(closes), "Pool name": poolName });
  await submit(person);
  await formTitled(person, "New run: tasks");
};

const modalText = (person: SlackPerson) => async (): Promise<string> =>
  (await person.modal())?.text ?? "";

const cardText = (person: SlackPerson) => async (): Promise<string> => {
  const messages = await person.messages(channel);
  return messages.findLast(({ fromApp, text }) => fromApp && text.includes(poolName))?.text ?? "";
};

/** Measures the whole way of a large file through the bot as shipped. */
export const measureRows = async (standIns: StandIns, app: MeasuredApp): Promise<RowsFigures> => {
  const rita = standIns.slack.as("rita");
  await standIns.slack.setAppUrl(app.url);
  const content = rowsFile(rowCount);
  const file = await rita.uploadFile("pairs.csv", content);
  await fillForms(rita);
  await rita.fill({ File: [file] });
  const before = usageOf(app.pid);

  const checked = await whileWatched(app.pid, async () => {
    await submit(rita);
    await until("the report", modalText(rita), (seen) => seen.includes("All rows are good"));
  });
  await submit(rita);
  await formTitled(rita, "New run: review");
  await rita.fill({ Reason: "How fast are a hundred thousand rows" });
  const card = cardText(rita);
  const uploaded = await whileWatched(app.pid, async () => {
    await submit(rita);
    await until("the read-back", card, (seen) => /Reading the tasks back|\[Approve\]/.test(seen));
  });
  const verified = await whileWatched(app.pid, () =>
    until("the request for approval", card, (seen) => seen.includes("[Approve]")),
  );
  return {
    rows: rowCount,
    fileBytes: Buffer.byteLength(content),
    idleBytes: before.rssBytes,
    checked,
    uploaded,
    verified,
    cpuMs: usageOf(app.pid).cpuMs - before.cpuMs,
  };
};
