import { toloka } from "../toloka/client.ts";
import { usePoll } from "../toloka/use-poll.ts";
import { answers, samples } from "./samples.ts";

type Props = {
  readonly acting: string;
  readonly actAs: (name: string) => void;
  readonly openChannel: (name: string) => void;
};

const Step = (props: {
  readonly number: number;
  readonly title: string;
  readonly isDone: boolean;
  readonly children: preact.ComponentChildren;
}) => (
  <li class={props.isDone ? "step done" : "step"}>
    <h3>
      {props.number}. {props.title} {props.isDone && <span class="good">– done</span>}
    </h3>
    {!props.isDone && props.children}
  </li>
);

/** The way to a pool's tasks, in a tab of its own. */
const TryTasks = (props: {
  readonly pool: string;
  readonly mode: "preview" | "work";
  readonly words: string;
}) => (
  <a href={`/toloker?pool=${props.pool}&mode=${props.mode}`} target="_blank" rel="noreferrer">
    {props.words}
  </a>
);

/** The guided first run: three steps that end with the results of a pool, then what else can be tried. */
export const Guide = ({ acting, actAs, openChannel }: Props) => {
  const { data } = usePoll(() => toloka.account());
  const pools = data?.pools ?? [];
  const newest = pools.at(-1);
  const isAsked = pools.length > 0;
  const isOver = pools.some(({ last_close_reason }) => last_close_reason !== null);
  const isOpened = isOver || pools.some(({ status }) => status === "OPEN");
  const become = (name: string) => (
    <button
      type="button"
      class="button"
      disabled={acting === name}
      onClick={() => {
        actAs(name);
        openChannel("labelling");
      }}
    >
      {acting === name ? `You are ${name}` : `Act as ${name}`}
    </button>
  );
  return (
    <div class="guide">
      <h2>Your first run, as three people</h2>
      <ol>
        <Step number={1} title="Rita asks for a run" isDone={isAsked}>
          <p>{become("rita")}</p>
          <p>
            Type <code>/toloka new run</code> into #labelling and answer the forms. These are the
            words of Toloka's own quick start:
          </p>
          <dl>
            {answers.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p>Task files to try:</p>
          <ul>
            {samples.map(({ href, name, note }) => (
              <li key={href}>
                <a href={href} download={name}>
                  {name}
                </a>{" "}
                – {note}
              </li>
            ))}
          </ul>
        </Step>
        <Step number={2} title="Alan looks and approves" isDone={isOpened}>
          <p>{become("alan")}</p>
          <p>
            The card in #labelling has the price, the plan and the buttons. Nothing opens before
            somebody approves.
          </p>
          {newest !== undefined && (
            <p>
              Look before you sign: <TryTasks pool={newest.id} mode="preview" words="the tasks" />{" "}
              as Tolokers will meet them.
            </p>
          )}
        </Step>
        <Step number={3} title="The pool is open, and the results arrive" isDone={isOver}>
          <p>
            Start the crowd in the tab Toloka and put its clock ahead by an hour. When all answers
            are in, the pool closes, and the card's thread brings the results with their files.
          </p>
        </Step>
      </ol>
      {isOpened && (
        <>
          <h2>And now?</h2>
          <p>
            <TryTasks pool={newest?.id ?? ""} mode="work" words="Answer the tasks yourself" /> as a
            Toloker, and ask for what has come in with <code>/toloka results {newest?.id}</code>.
            Or, in the tab Toloka: let a day pass and see the thread warn before the pool's time is
            over; take the money away, or let Toloka fall silent.
          </p>
        </>
      )}
    </div>
  );
};
