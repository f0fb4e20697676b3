import { useState } from "preact/hooks";
import { toloka } from "./client.ts";
import { Requests } from "./requests.tsx";
import { timeLeft } from "./time-left.ts";
import { usePoll } from "./use-poll.ts";
import { BalanceControl, ClockControl, CrowdControl, FaultControl } from "./world-controls.tsx";

const readAll = async () => {
  const [clock, account, crowd, faults] = await Promise.all([
    toloka.clock(),
    toloka.account(),
    toloka.crowd(),
    toloka.faults(),
  ]);
  return { clock, account, crowd, faults };
};

/** Toloka's side of the playground: what is in the account, and the world around it. */
export const TolokaPanel = () => {
  const { data, again } = usePoll(readAll);
  const [trouble, setTrouble] = useState("");
  const act = (work: Promise<unknown>): void => {
    setTrouble("");
    work.then(again, (error: unknown) => setTrouble(String(error)));
  };
  if (data === null) return <p role="status">Reading Toloka …</p>;
  const { clock, account, crowd, faults } = data;
  return (
    <div class="toloka">
      {trouble !== "" && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <ClockControl clock={clock} act={act} />
      <section aria-label="Pools">
        <h3>Pools</h3>
        {account.pools.length === 0 && <p class="quiet-text">None yet. A run makes one, closed.</p>}
        <ul class="pools">
          {account.pools.toReversed().map((pool) => (
            <li key={pool.id}>
              <strong>{pool.private_name}</strong>{" "}
              <span class={`status ${pool.status}`}>{pool.status}</span>
              <small>
                {pool.id} · project {pool.project_id} · {pool.tasks} tasks
                {pool.status === "OPEN" ? ` · ${timeLeft(pool.will_expire, clock.ms)}` : ""}
                {pool.last_close_reason === null ? "" : ` · ${pool.last_close_reason}`}
              </small>
            </li>
          ))}
        </ul>
      </section>
      <BalanceControl account={account} act={act} />
      <CrowdControl crowd={crowd} act={act} />
      <FaultControl faults={faults} act={act} />
      <Requests />
    </div>
  );
};
