import type { Command, EditorState } from "prosemirror-state";
import { Icon, type IconName } from "../ui/icon.tsx";
import {
  type BlockName,
  hasStyle,
  isIn,
  type StyleName,
  toggleBlock,
  toggleStyle,
} from "./commands.ts";

type Tool = {
  readonly label: string;
  readonly icon: IconName;
  readonly keys: string;
  readonly isOn: (state: EditorState) => boolean;
  readonly command: Command;
};

const style = (name: StyleName, label: string, keys: string): Tool => ({
  ...{ label, icon: name, keys },
  isOn: (state) => hasStyle(state, name),
  command: toggleStyle(name),
});

const block = (name: BlockName, label: string, keys: string): Tool => ({
  ...{ label, icon: name, keys },
  isOn: (state) => isIn(state, name),
  command: toggleBlock(name),
});

const styles = [
  style("bold", "Bold", "Ctrl+B"),
  style("italic", "Italic", "Ctrl+I"),
  style("strike", "Strikethrough", "Ctrl+Shift+X"),
];
const blocks = [
  block("ordered", "Ordered list", "Ctrl+Shift+7"),
  block("bullet", "Bulleted list", "Ctrl+Shift+8"),
  block("quote", "Blockquote", "Ctrl+Shift+9"),
];
const codes = [
  style("code", "Code", "Ctrl+Shift+C"),
  block("code_block", "Code block", "Ctrl+Alt+Shift+C"),
];

/** The buttons over a rich text field, in Slack's order; they leave the cursor where it is. */
export const Toolbar = (props: {
  readonly state: EditorState;
  readonly run: (command: Command) => void;
  readonly editLink: () => void;
}) => {
  const { state, run } = props;
  const button = ({ label, icon, keys, isOn, command }: Tool) => (
    <button
      type="button"
      key={label}
      aria-label={label}
      title={`${label} (${keys})`}
      aria-pressed={isOn(state)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => run(command)}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div class="rich-tools" role="toolbar" aria-label="Formatting">
      {styles.map(button)}
      <button
        type="button"
        aria-label="Link"
        title="Link (Ctrl+Shift+U)"
        onMouseDown={(event) => event.preventDefault()}
        onClick={props.editLink}
      >
        <Icon name="link" />
      </button>
      <span class="rich-gap" aria-hidden="true" />
      {blocks.map(button)}
      <span class="rich-gap" aria-hidden="true" />
      {codes.map(button)}
    </div>
  );
};
