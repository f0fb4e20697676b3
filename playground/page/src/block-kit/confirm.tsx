import { Dialog } from "../ui/dialog.tsx";
import type { JsonObject } from "../ui/json.ts";
import type { Directory } from "./host.ts";
import { plain, Text } from "./text.tsx";

/** The dialog that asks before a press counts. */
export const Confirm = (props: {
  readonly confirm: JsonObject;
  readonly directory: Directory;
  readonly onAnswer: (isConfirmed: boolean) => void;
}) => {
  const { confirm, directory, onAnswer } = props;
  const style = confirm.style === "danger" ? "danger" : "primary";
  return (
    <Dialog label={plain(confirm.title)} class="confirm" onCancel={() => onAnswer(false)}>
      <h2>{plain(confirm.title)}</h2>
      <div class="confirm-text">
        <Text text={confirm.text} directory={directory} />
      </div>
      <div class="row-end">
        <button type="button" class="button" onClick={() => onAnswer(false)}>
          {plain(confirm.deny)}
        </button>
        <button type="button" class={`button ${style}`} onClick={() => onAnswer(true)}>
          {plain(confirm.confirm)}
        </button>
      </div>
    </Dialog>
  );
};
