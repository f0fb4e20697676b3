import { useState } from "preact/hooks";
import { type Account, type Clock, type Crowd, type Fault, toloka } from "./client.ts";

type Act = (work: Promise<unknown>) => void;

/** Toloka's clock: the bot lives by it too, so a day can pass in a click. */
export const ClockControl = (props: { readonly clock: Clock; readonly act: Act }) => {
  const { clock, act } = props;
  const pace = clock.frozen ? "stopped" : clock.speed === 1 ? "real time" : `${clock.speed} times`;
  return (
    <section aria-label="Clock">
      <h3>Clock</h3>
      <p>
        <strong>{clock.now.replace("T", " ").slice(0, 19)} UTC</strong> – {pace}
      </p>
      <div class="actions">
        <button type="button" class="button" onClick={() => act(toloka.advance(3_600))}>
          +1 hour
        </button>
        <button type="button" class="button" onClick={() => act(toloka.advance(86_400))}>
          +1 day
        </button>
        <button
          type="button"
          class="button"
          onClick={() => act(clock.frozen ? toloka.run(1) : toloka.freeze())}
        >
          {clock.frozen ? "Go on" : "Stop"}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => act(toloka.run(clock.speed === 60 ? 1 : 60))}
        >
          {clock.speed === 60 ? "Real time" : "60 times"}
        </button>
      </div>
    </section>
  );
};

/** What is on the account. */
export const BalanceControl = (props: { readonly account: Account; readonly act: Act }) => {
  const { account, act } = props;
  const [typed, setTyped] = useState("");
  return (
    <section aria-label="Balance">
      <h3>Balance</h3>
      <form
        class="actions"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== "" && Number.isFinite(Number(typed)))
            act(toloka.setBalance(Number(typed)));
          setTyped("");
        }}
      >
        <strong>${account.balance.toFixed(2)}</strong>
        <input
          class="field small"
          inputMode="decimal"
          aria-label="New balance in dollars"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          Set
        </button>
        <button type="button" class="button" onClick={() => act(toloka.setBalance(0))}>
          Out of money
        </button>
      </form>
    </section>
  );
};

/** The people who answer. */
export const CrowdControl = (props: { readonly crowd: Crowd; readonly act: Act }) => {
  const { crowd, act } = props;
  const [accuracy, setAccuracy] = useState("0.9");
  const [seconds, setSeconds] = useState("5");
  const done = crowd.workers.reduce((sum, worker) => sum + worker.submitted, 0);
  return (
    <section aria-label="Crowd">
      <h3>Crowd</h3>
      <p>
        {crowd.running ? `${crowd.workers.length} Tolokers at work` : "Nobody works"} · {done}{" "}
        suites answered
      </p>
      <div class="actions">
        <label>
          Right answers{" "}
          <select value={accuracy} onChange={(event) => setAccuracy(event.currentTarget.value)}>
            <option value="0.6">60 %</option>
            <option value="0.8">80 %</option>
            <option value="0.9">90 %</option>
            <option value="1">all</option>
          </select>
        </label>
        <label>
          Seconds a task{" "}
          <select value={seconds} onChange={(event) => setSeconds(event.currentTarget.value)}>
            <option value="1">1</option>
            <option value="5">5</option>
            <option value="30">30</option>
          </select>
        </label>
        <button
          type="button"
          class="button"
          onClick={() =>
            act(
              crowd.running
                ? toloka.stopCrowd()
                : toloka.placeCrowd(Number(accuracy), Number(seconds)),
            )
          }
        >
          {crowd.running ? "Stop the crowd" : "Start the crowd"}
        </button>
      </div>
    </section>
  );
};

const switches = [
  { words: "Slow", rule: { route: "/./", kind: "delay", delayMs: 4_000 } },
  { words: "Down", rule: { route: "/./", kind: "status", status: 503 } },
] as const;

/** Ways to spoil Toloka. */
export const FaultControl = (props: { readonly faults: readonly Fault[]; readonly act: Act }) => {
  const { faults, act } = props;
  return (
    <section aria-label="Faults">
      <h3>Faults</h3>
      <p>
        {faults.length === 0
          ? "Toloka answers as it should."
          : `At work: ${faults.map(({ kind }) => kind).join(", ")}`}
      </p>
      <div class="actions">
        {switches.map(({ words, rule }) => (
          <button
            type="button"
            class="button"
            key={words}
            onClick={() => act(toloka.addFault(rule))}
          >
            {words}
          </button>
        ))}
        <button
          type="button"
          class="button"
          disabled={faults.length === 0}
          onClick={() => act(toloka.clearFaults())}
        >
          As it should
        </button>
      </div>
    </section>
  );
};
