import { isObject } from "../json.ts";
import type { Fields } from "./fields.ts";

const SETTINGS = [
  "showTimer",
  "showTitle",
  "showInstructions",
  "showFullscreen",
  "showSubmit",
  "showSkip",
  "showFinish",
  "showMessage",
  "showReward",
];

/** Records what is wrong with a `view_spec`; without a type it is the classic editor. */
export function checkViewSpec(view: Fields): void {
  const type = view.oneOf("type", ["classic", "tb"]);
  const settings = view.object("settings");
  for (const name of SETTINGS) settings?.boolean(name);
  if (type !== "tb") {
    view.string("markup");
    view.string("script");
    view.string("styles");
    return;
  }
  view.object("lock", { required: true })?.string("core", { required: true });
  view.boolean("inferDataSpec");
  const config = view.string("config", { required: true });
  if (config !== undefined) checkConfig(view, config);
}

/** The Template Builder config is a JSON text with a view in it. */
function checkConfig(view: Fields, text: string): void {
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch {
    view.fail("config", "JSON_EXPECTED");
    return;
  }
  if (!isObject(config)) {
    view.fail("config", "OBJECT_EXPECTED");
    return;
  }
  const root = config.view;
  if (root === undefined || root === null) {
    view.fail("config.view", "VALUE_REQUIRED");
    return;
  }
  if (!isObject(root)) {
    view.fail("config.view", "OBJECT_EXPECTED");
    return;
  }
  if (typeof root.type !== "string") view.fail("config.view.type", "VALUE_REQUIRED");
}
