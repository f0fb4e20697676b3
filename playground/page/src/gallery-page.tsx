import "./ui/tokens.css";
import "./ui/base.css";
import "./block-kit/texts.css";
import "./block-kit/blocks.css";
import "./block-kit/controls.css";
import "./block-kit/figures.css";
import "./rich-input/rich-input.css";
import "./gallery/gallery.css";
import { Gallery } from "./gallery/gallery.tsx";
import { mount } from "./mount.ts";

const theme = new URLSearchParams(location.search).get("theme");
if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;

const answer = await fetch("/gallery.json");
mount(<Gallery content={await answer.json()} />);
