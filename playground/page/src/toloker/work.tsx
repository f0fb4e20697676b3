import { useState } from "preact/hooks";
import { toloka } from "../toloka/client.ts";
import { usePoll } from "../toloka/use-poll.ts";
import { type PoolFacts, tolokerCalls, type WorkFacts } from "./client.ts";
import { dollars } from "./dollars.ts";
import type { DrawnPage } from "./drawn-page.ts";
import { noWorkWords } from "./no-work.ts";
import { Suite } from "./suite.tsx";
import { Timer } from "./timer.tsx";
import { type Notice, useSuite } from "./use-suite.ts";

type Props = {
  readonly pool: PoolFacts;
  readonly page: DrawnPage;
  /** Switches of the project's view that are off. */
  readonly off: ReadonlySet<string>;
  readonly say: (notice: Notice) => void;
};

const WorkSuite = (
  props: Props & {
    readonly work: WorkFacts;
    readonly done: (reward: number) => void;
    readonly given: (why: string) => void;
  },
) => {
  const { work, say, off } = props;
  const [isBusy, setBusy] = useState(false);
  const { data: clock } = usePoll(() => toloka.clock());
  const suite = useSuite(work.assignment_id, work.tasks, {
    ...props.page,
    assignmentId: work.assignment_id,
    upload: (file) => tolokerCalls.attach(work, file),
    notify: say,
  });
  const act = (task: () => Promise<void>): void => {
    setBusy(true);
    task()
      .catch((error: unknown) => say({ words: String(error), theme: "danger" }))
      .finally(() => setBusy(false));
  };
  const submit = async (): Promise<void> => {
    const answers = suite.answers();
    if (answers === null) {
      say({ words: "Some tasks are not ready: see the words in red.", theme: "warning" });
      return;
    }
    const judged = await tolokerCalls.submit(work.assignment_id, answers);
    if (judged.kind === "gone") {
      props.given(
        judged.status === "EXPIRED"
          ? "The time was over before the answers came: the suite went back, nothing is paid."
          : `The suite is not in your hands any more: ${judged.status}.`,
      );
    } else if (suite.judge(judged) && judged.kind === "taken") props.done(judged.reward);
  };
  return (
    <>
      <div class="work-head">
        {work.training && <strong>Training, not paid</strong>}
        {!off.has("showTimer") && clock !== null && (
          <Timer deadline={work.deadline} now={clock.ms} />
        )}
      </div>
      <Suite
        tasks={suite.tasks}
        layout={props.page.layout}
        front={suite.front}
        hints={suite.hints}
      />
      <footer class="toloker-foot">
        <button type="button" class="button primary" disabled={isBusy} onClick={() => act(submit)}>
          Submit
        </button>
        {!off.has("showSkip") && (
          <button
            type="button"
            class="button"
            disabled={isBusy}
            onClick={() =>
              act(async () => {
                await tolokerCalls.skip(work.assignment_id);
                props.given("Skipped: somebody else can have it.");
              })
            }
          >
            Skip
          </button>
        )}
      </footer>
    </>
  );
};

/** Real suites of an open pool, one after the other, at the pool's price. */
export const Work = (props: Props) => {
  const { pool } = props;
  const [work, setWork] = useState<WorkFacts | null>(null);
  const [words, setWords] = useState("");
  const [earned, setEarned] = useState<readonly number[]>([]);
  const take = async (): Promise<void> => {
    const taken = await tolokerCalls.take(pool.id);
    setWork(taken.kind === "work" ? taken.work : null);
    if (taken.kind === "none") {
      setWords((before) =>
        `${before} ${noWorkWords(taken.reason, taken.last_close_reason)}`.trim(),
      );
    }
  };
  const next = (why: string): void => {
    setWords(why);
    take().catch((error: unknown) => {
      setWork(null);
      setWords(String(error));
    });
  };
  const sum = earned.reduce((total, one) => total + one, 0);
  return (
    <>
      {words !== "" && (
        <p class="result" role="status">
          {words}
        </p>
      )}
      {earned.length > 0 && (
        <p class="quiet-text">
          {earned.length} {earned.length === 1 ? "suite" : "suites"} sent, {dollars(sum)} earned.
        </p>
      )}
      {work === null ? (
        <p>
          <button type="button" class="button primary" onClick={() => next("")}>
            {earned.length === 0 && words === "" ? "Start" : "Look for another suite"}
          </button>
        </p>
      ) : (
        <WorkSuite
          key={work.assignment_id}
          {...props}
          work={work}
          done={(reward) => {
            setEarned([...earned, reward]);
            next(
              pool.training || reward === 0 ? "Sent." : `Sent: ${dollars(reward)} for this suite.`,
            );
          }}
          given={(why) => {
            setWork(null);
            setWords(why);
          }}
        />
      )}
    </>
  );
};
