import { isJsonObject, type JsonObject } from "../json.ts";
import { isJsonValue } from "../rows/json-value.ts";
import type { FieldSpecs } from "../toloka.ts";
import { readJsonText } from "./json-text.ts";
import { lockFor, viewSettings, withoutKnownVersion } from "./view-parts.ts";
import { compareView, componentTypes } from "./view-paths.ts";
import { viewSpecOf } from "./view-templates.ts";

/** A view a person typed, as `view_spec`, or one message. */
export type OwnViewReading =
  | { readonly ok: true; readonly viewSpec: JsonObject; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly message: string };

const refused = (message: string): OwnViewReading => ({ ok: false, message });
const longestView = 100_000;

type ConfigReading =
  | { readonly ok: true; readonly config: JsonObject }
  | { readonly ok: false; readonly message: string };

const readConfig = (text: string, where: string): ConfigReading => {
  const reading = readJsonText(text);
  if (!reading.ok) {
    const { line, column, what } = reading;
    return { ok: false, message: `${where} is not JSON: line ${line}, column ${column}: ${what}.` };
  }
  if (!isJsonValue(reading.value)) {
    const message = `${where} has a key "__proto__", or is nested more than 100 levels deep.`;
    return { ok: false, message };
  }
  if (!isJsonObject(reading.value))
    return { ok: false, message: `${where} must be a JSON object {...}.` };
  return { ok: true, config: reading.value };
};

const checkConfig = (config: JsonObject): string | null => {
  if (!isJsonObject(config.view)) {
    return 'The config needs a key "view" with a component, for example {"view": {"type": "view.list", "items": []}}.';
  }
  return typeof config.view.type === "string" ? null : 'The component in "view" needs a "type".';
};

const compared = (
  config: JsonObject,
  inputs: FieldSpecs,
  outputs: FieldSpecs,
  viewSpec: JsonObject,
  warnings: readonly string[],
): OwnViewReading => {
  const findings = compareView(config, inputs, outputs);
  return findings.errors.length > 0
    ? refused(findings.errors.slice(0, 5).join("\n"))
    : { ok: true, viewSpec, warnings: [...warnings, ...findings.warnings] };
};

const missingLock = (config: JsonObject, lock: JsonObject): string | null => {
  const needed = Object.keys(lockFor(componentTypes(config)));
  const missing = needed.filter((type) => !Object.hasOwn(lock, type));
  return missing.length === 0 ? null : `The lock has no version of ${missing.join(", ")}.`;
};

const readWhole = (whole: JsonObject, inputs: FieldSpecs, outputs: FieldSpecs): OwnViewReading => {
  const settings = isJsonObject(whole.settings) ? {} : { settings: viewSettings };
  if (whole.type === "classic") {
    return typeof whole.markup === "string"
      ? { ok: true, viewSpec: { ...whole, ...settings }, warnings: [] }
      : refused('A classic view needs "markup" with its HTML as text.');
  }
  if (whole.type !== "tb") return refused('The view\'s "type" is "tb" or "classic".');
  const given = whole.config;
  const reading: ConfigReading =
    typeof given === "string"
      ? readConfig(given, "The config inside the view")
      : isJsonObject(given)
        ? { ok: true, config: given }
        : {
            ok: false,
            message: 'A view of type "tb" needs "config", as JSON text or as an object.',
          };
  if (!reading.ok) return refused(reading.message);
  const wrong = checkConfig(reading.config);
  if (wrong !== null) return refused(wrong);
  const lock = whole.lock;
  if (!isJsonObject(lock))
    return refused('A view of type "tb" needs "lock" with the version of each component.');
  const missing = missingLock(reading.config, lock);
  if (missing !== null) return refused(missing);
  const config = typeof given === "string" ? given : JSON.stringify(reading.config);
  return compared(reading.config, inputs, outputs, { ...whole, config, ...settings }, []);
};

/** Reads a pasted view: a Template Builder config, or a whole `view_spec` with lock and settings. */
export const readOwnView = (
  text: string,
  inputs: FieldSpecs,
  outputs: FieldSpecs,
): OwnViewReading => {
  if (text === "") return refused("Paste the view as JSON, or choose another task kind.");
  if (text.length > longestView) return refused("The view is longer than 100,000 characters.");
  const reading = readConfig(text, "The view");
  if (!reading.ok) return refused(reading.message);
  if (["config", "markup", "lock"].some((key) => Object.hasOwn(reading.config, key))) {
    return readWhole(reading.config, inputs, outputs);
  }
  const wrong = checkConfig(reading.config);
  if (wrong !== null) return refused(wrong);
  const untested = withoutKnownVersion(componentTypes(reading.config));
  const warnings =
    untested.length === 0
      ? []
      : [
          `Locked at version 1.0.0: ${untested.join(", ")}. Paste a whole view_spec to choose others.`,
        ];
  return compared(reading.config, inputs, outputs, viewSpecOf(reading.config), warnings);
};
