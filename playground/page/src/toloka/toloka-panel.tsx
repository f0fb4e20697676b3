import { useState } from "preact/hooks";
import { toloka } from "./client.ts";
import { Operations } from "./operations.tsx";
import { Pools } from "./pools.tsx";
import { Projects } from "./projects.tsx";
import { Requests } from "./requests.tsx";
import { usePoll } from "./use-poll.ts";
import { BalanceControl, ClockControl, CrowdControl, FaultControl } from "./world-controls.tsx";

/** So many operations are shown. */
const newest = 10;

const readAll = async () => {
  const [clock, account, projects, operations, crowd, faults] = await Promise.all([
    toloka.clock(),
    toloka.account(),
    toloka.projects(),
    toloka.operations(newest),
    toloka.crowd(),
    toloka.faults(),
  ]);
  return { clock, account, projects, operations, crowd, faults };
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
  const { clock, account, projects, operations, crowd, faults } = data;
  return (
    <div class="toloka">
      {trouble !== "" && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <ClockControl clock={clock} act={act} />
      <Pools pools={account.pools} nowMs={clock.ms} />
      <Projects projects={projects} />
      <BalanceControl account={account} act={act} />
      <CrowdControl crowd={crowd} act={act} />
      <FaultControl faults={faults} act={act} />
      <Operations operations={operations} />
      <Requests />
    </div>
  );
};
