import { toloka } from "../toloka/client.ts";
import { usePoll } from "../toloka/use-poll.ts";

/** Which pool is to be tried, when the address names none or one that is not there. */
export const PoolChoice = (props: { readonly words: string }) => {
  const { data } = usePoll(() => toloka.account());
  return (
    <main class="toloker-page">
      <h1>Try the tasks as a Toloker</h1>
      <p>{props.words}</p>
      {data?.pools.length === 0 && (
        <p>
          There is no pool yet: <a href="/">ask for a run</a> first.
        </p>
      )}
      <ul>
        {data?.pools.map((pool) => (
          <li key={pool.id}>
            <a href={`/toloker?pool=${pool.id}`}>{pool.private_name}</a>{" "}
            <span class={`status ${pool.status}`}>{pool.status}</span>
          </li>
        ))}
      </ul>
    </main>
  );
};
