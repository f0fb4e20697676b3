import "./ui/tokens.css";
import "./ui/base.css";
import "./block-kit/texts.css";
import "./block-kit/blocks.css";
import "./block-kit/controls.css";
import "./block-kit/figures.css";
import "./rich-input/rich-input.css";
import "./workspace/workspace.css";
import "./workspace/messages.css";
import "./workspace/files.css";
import "./workspace/threads.css";
import "./workspace/composer.css";
import "./workspace/modal.css";
import "./toloka/panels.css";
import { mount } from "./mount.ts";
import { Workspace } from "./workspace/workspace.tsx";

mount(<Workspace />);
