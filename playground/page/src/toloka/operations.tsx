import type { Operation } from "./client.ts";

/** The newest operations: what Toloka does by and by, and how far it is. */
export const Operations = (props: { readonly operations: readonly Operation[] }) => (
  <section aria-label="Operations">
    <h3>Operations</h3>
    {props.operations.length === 0 && <p class="quiet-text">None yet.</p>}
    {props.operations.map((operation) => (
      <details key={operation.id} class="entry">
        <summary>
          <code>{operation.type}</code>{" "}
          <span class={operation.status === "FAIL" ? "bad" : "good"}>{operation.status}</span>
          {operation.status === "RUNNING" && ` ${operation.progress} %`}
        </summary>
        <pre>{JSON.stringify(operation, null, 2)}</pre>
      </details>
    ))}
  </section>
);
