import "./ui/tokens.css";
import "./ui/base.css";
import "./workspace/workspace.css";
import "./toloka/panels.css";
import "./template-builder/template-builder.css";
import "./toloker/toloker.css";
import { mount } from "./mount.ts";
import { Toloker } from "./toloker/toloker.tsx";

mount(<Toloker />);
