import { Dialog } from "../ui/dialog.tsx";
import type { PoolFacts } from "./client.ts";
import { HtmlWords } from "./html-words.tsx";

/** The project's instructions over the page. */
export const Instructions = (props: { readonly pool: PoolFacts; readonly close: () => void }) => {
  const { project } = props.pool;
  return (
    <Dialog label="Instructions" class="instructions" onCancel={props.close}>
      <h2>{project.public_name}</h2>
      <p class="quiet-text">{project.public_description}</p>
      {project.public_instructions === "" ? (
        <p>The requester wrote no instructions.</p>
      ) : (
        <HtmlWords html={project.public_instructions} />
      )}
      <p>
        <button type="button" class="button primary" onClick={props.close}>
          Close
        </button>
      </p>
    </Dialog>
  );
};
