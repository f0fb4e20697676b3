import type { Account } from "./client.ts";
import { PoolTasks } from "./pool-tasks.tsx";
import { timeLeft } from "./time-left.ts";

type Pool = Account["pools"][number];

/** Opens beside the workspace, so that nothing of it is lost. */
const TryLink = (props: { readonly pool: Pool; readonly mode: "preview" | "work" }) => (
  <a href={`/toloker?pool=${props.pool.id}&mode=${props.mode}`} target="_blank" rel="noreferrer">
    {props.mode === "preview" ? "Preview the tasks" : "Answer as a Toloker"}
    <span class="hidden-text"> of {props.pool.private_name} in a new tab</span>
  </a>
);

/** The account's pools, the newest first, each with the way to its tasks. */
export const Pools = (props: { readonly pools: readonly Pool[]; readonly nowMs: number }) => (
  <section aria-label="Pools">
    <h3>Pools</h3>
    {props.pools.length === 0 && <p class="quiet-text">None yet. A run makes one, closed.</p>}
    <ul class="pools">
      {props.pools.toReversed().map((pool) => (
        <li key={pool.id}>
          <strong>{pool.private_name}</strong>{" "}
          <span class={`status ${pool.status}`}>{pool.status}</span>
          <small>
            {pool.id} · project {pool.project_id}
            {pool.status === "OPEN" ? ` · ${timeLeft(pool.will_expire, props.nowMs)}` : ""}
            {pool.last_close_reason === null ? "" : ` · ${pool.last_close_reason}`}
          </small>
          {pool.tasks > 0 && <PoolTasks pool={pool.id} count={pool.tasks} />}
          <span class="try-links">
            {pool.tasks > 0 && <TryLink pool={pool} mode="preview" />}
            {pool.status === "OPEN" && <TryLink pool={pool} mode="work" />}
          </span>
        </li>
      ))}
    </ul>
  </section>
);
