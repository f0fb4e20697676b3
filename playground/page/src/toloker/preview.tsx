import { useEffect, useState } from "preact/hooks";
import { type PoolFacts, type PreviewFacts, tolokerCalls } from "./client.ts";
import type { DrawnPage } from "./drawn-page.ts";
import { Suite } from "./suite.tsx";
import { type Notice, useSuite } from "./use-suite.ts";

type Props = {
  readonly pool: PoolFacts;
  readonly page: DrawnPage;
  readonly say: (notice: Notice) => void;
};

const PreviewSuite = (props: Props & { readonly shown: PreviewFacts }) => {
  const { pool, shown, say } = props;
  const suite = useSuite(String(shown.suite), shown.tasks, {
    ...props.page,
    // Nothing is kept of a preview, so a file gets a made-up id.
    upload: async (file) => `preview-of-${file.name}`,
    notify: say,
  });
  const check = async (): Promise<void> => {
    const answers = suite.answers();
    if (answers === null) return;
    const judged = await tolokerCalls.tryPreview(pool.id, shown.suite, answers);
    if (suite.judge(judged)) {
      say({ words: "These answers would be taken. Nothing was sent.", theme: "success" });
    }
  };
  return (
    <>
      <Suite
        tasks={suite.tasks}
        layout={props.page.layout}
        front={suite.front}
        hints={suite.hints}
      />
      <footer class="toloker-foot">
        <button
          type="button"
          class="button primary"
          onClick={() => {
            check().catch((error: unknown) => say({ words: String(error), theme: "danger" }));
          }}
        >
          Check the answers
        </button>
        <span class="quiet-text">A preview sends nothing and pays nobody.</span>
      </footer>
    </>
  );
};

/** The pool's suites one after the other, whatever its state; nothing is issued. */
export const Preview = (props: Props) => {
  const { pool } = props;
  const [wanted, setWanted] = useState(0);
  const [shown, setShown] = useState<PreviewFacts | null>(null);
  const [trouble, setTrouble] = useState("");
  useEffect(() => {
    let isOld = false;
    tolokerCalls.preview(pool.id, wanted).then(
      (facts) => {
        if (!isOld) setShown(facts);
      },
      (error: unknown) => setTrouble(String(error)),
    );
    return () => {
      isOld = true;
    };
  }, [pool.id, pool.tasks, wanted]);
  if (trouble !== "") return <p role="alert">{trouble}</p>;
  if (shown === null) return <p role="status">Reading the tasks …</p>;
  if (shown.suites === 0) return <p class="empty">The pool has no tasks yet.</p>;
  return (
    <>
      <nav class="pager" aria-label="Suites of the pool">
        <button
          type="button"
          class="button"
          disabled={wanted === 0}
          onClick={() => setWanted(wanted - 1)}
        >
          Previous suite
        </button>
        <span role="status">
          Suite {shown.suite + 1} of {shown.suites}
        </span>
        <button
          type="button"
          class="button"
          disabled={wanted >= shown.suites - 1}
          onClick={() => setWanted(wanted + 1)}
        >
          Next suite
        </button>
      </nav>
      <PreviewSuite key={shown.suite} {...props} shown={shown} />
    </>
  );
};
