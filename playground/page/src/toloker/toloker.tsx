import { useState } from "preact/hooks";
import { usePoll } from "../toloka/use-poll.ts";
import { objectOf } from "../ui/json.ts";
import { type PoolFacts, tolokerCalls } from "./client.ts";
import { dollars } from "./dollars.ts";
import { readPage } from "./drawn-page.ts";
import { Instructions } from "./instructions.tsx";
import { MessageForm } from "./message-form.tsx";
import { NotTemplateBuilder } from "./not-template-builder.tsx";
import { PoolChoice } from "./pool-choice.tsx";
import { Preview } from "./preview.tsx";
import type { Notice } from "./use-suite.ts";
import { Work } from "./work.tsx";

const modes = ["preview", "work"] as const;
type Mode = (typeof modes)[number];

const modeWords: Readonly<Record<Mode, string>> = { preview: "Preview", work: "Work for real" };

/** Names of the view's switches that are off; absent ones are on (Toloka API, view_spec). */
const offIn = (viewSpec: object): ReadonlySet<string> => {
  const settings = Object.entries(objectOf(objectOf(viewSpec).settings));
  return new Set(settings.filter(([, on]) => on === false).map(([name]) => name));
};

const Tasks = (props: {
  readonly pool: PoolFacts;
  readonly mode: Mode;
  readonly off: ReadonlySet<string>;
  readonly say: (notice: Notice) => void;
}) => {
  const { pool, mode, off, say } = props;
  if (pool.project.view_spec.type !== "tb") return <NotTemplateBuilder pool={pool} />;
  const page = readPage(pool);
  if ("problem" in page) {
    return <p role="alert">The project's page cannot be drawn. {page.problem}</p>;
  }
  return (
    <>
      {page.notes.map((note) => (
        <p key={note} class="quiet-text">
          {note}
        </p>
      ))}
      {mode === "preview" ? (
        <Preview pool={pool} page={page} say={say} />
      ) : (
        <Work pool={pool} page={page} off={off} say={say} />
      )}
    </>
  );
};

const Pool = (props: { readonly pool: PoolFacts; readonly first: Mode }) => {
  const { pool } = props;
  const [mode, setMode] = useState(props.first);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [over, setOver] = useState<"instructions" | "message" | null>(null);
  const off = offIn(pool.project.view_spec);
  const choose = (chosen: Mode): void => {
    setMode(chosen);
    setNotice(null);
    window.history.replaceState(null, "", `/toloker?pool=${pool.id}&mode=${chosen}`);
  };
  return (
    <div class="toloker">
      <header class="toloker-head">
        <div>
          {!off.has("showTitle") && <h1>{pool.project.public_name}</h1>}
          <p class="quiet-text">
            {pool.private_name} <span class={`status ${pool.status}`}>{pool.status}</span>
            {!off.has("showReward") && ` · ${dollars(pool.reward)} a suite`} ·{" "}
            {pool.duration_seconds} s a suite{pool.adult && " · 18+"}
          </p>
        </div>
        <div class="actions">
          {!off.has("showInstructions") && (
            <button type="button" class="button" onClick={() => setOver("instructions")}>
              Instructions
            </button>
          )}
          {!off.has("showMessage") && (
            <button type="button" class="button" onClick={() => setOver("message")}>
              Write to the requester
            </button>
          )}
          {!off.has("showFullscreen") && (
            <button
              type="button"
              class="button"
              onClick={() => {
                document.documentElement
                  .requestFullscreen()
                  .catch((error: unknown) => setNotice({ words: String(error), theme: "warning" }));
              }}
            >
              Full screen
            </button>
          )}
        </div>
      </header>
      <div class="tabs" role="tablist" aria-label="Preview or work">
        {modes.map((each) => (
          <button
            type="button"
            role="tab"
            key={each}
            aria-selected={mode === each}
            onClick={() => choose(each)}
          >
            {modeWords[each]}
          </button>
        ))}
      </div>
      <main class="toloker-page">
        <div role="status">
          {notice !== null && <p class={`notice ${notice.theme}`}>{notice.words}</p>}
        </div>
        <Tasks key={mode} pool={pool} mode={mode} off={off} say={setNotice} />
      </main>
      {over === "instructions" && <Instructions pool={pool} close={() => setOver(null)} />}
      {over === "message" && (
        <MessageForm
          from={pool.visitor_id}
          close={(words) => {
            setOver(null);
            if (words !== "") setNotice({ words, theme: "success" });
          }}
        />
      )}
    </div>
  );
};

/** A pool's tasks as a Toloker meets them: `?pool=ID`, and `&mode=work` for real suites. */
export const Toloker = () => {
  const address = new URLSearchParams(window.location.search);
  const id = address.get("pool");
  const { data } = usePoll(async () => ({
    pool: id === null ? null : await tolokerCalls.pool(id),
  }));
  const pool = data?.pool ?? null;
  const first = modes.find((mode) => mode === address.get("mode")) ?? "preview";
  return (
    <>
      <div class="banner" role="note">
        <strong>PLAYGROUND: no money, no Toloka.</strong>{" "}
        <span class="banner-more">You are a Toloker who fits the pool.</span>
      </div>
      {pool !== null && <Pool pool={pool} first={first} />}
      {data !== null && pool === null && (
        <PoolChoice
          words={id === null ? "Choose a pool." : `There is no pool ${id}. Choose one.`}
        />
      )}
      {data === null && <p role="status">Reading the pool …</p>}
    </>
  );
};
