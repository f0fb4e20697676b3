import { useState } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { objectOf } from "../ui/json.ts";
import { type Control, Field } from "./frame.tsx";
import { type Drawn, useTask } from "./task-context.ts";

/** One way to bring a file, and the kinds that it takes. */
type Way = { readonly words: string; readonly accept: string };

const idsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");

const Kept = ({ part, control, isMany }: Drawn & { control: Control; isMany: boolean }) => {
  const { task } = useTask();
  const { names = {} } = task.stateOf(part);
  const ids = idsOf(control.value);
  const remove = (id: string): void => {
    const rest = ids.filter((each) => each !== id);
    control.set(isMany && rest.length > 0 ? rest : undefined);
  };
  return (
    <ul class="tb-files">
      {ids.map((id) => (
        <li key={id}>
          <Icon name="file" /> {names[id] ?? id}
          <button
            type="button"
            class="button quiet"
            aria-label={`Remove ${names[id] ?? id}`}
            disabled={control.isDisabled}
            onClick={() => remove(id)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
};

const Uploads = ({ part, ways }: Drawn & { readonly ways: readonly Way[] }) => {
  const { task } = useTask();
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");
  const isMany = task.prop(part, "multiple") === true;
  const take = async (control: Control, files: readonly File[]): Promise<void> => {
    setWrong("");
    setBusy(true);
    try {
      const ids = await Promise.all(files.map((file) => task.around.upload(file)));
      const { names = {} } = task.stateOf(part);
      const added = ids.map((id, index) => [id, files[index]?.name ?? id]);
      task.keep(part, { names: { ...names, ...Object.fromEntries(added) } });
      control.set(isMany ? [...idsOf(task.valueAt(control.target)), ...ids] : ids[0]);
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Field part={part} kind="group">
      {(control) => (
        <>
          <Kept part={part} control={control} isMany={isMany} />
          <div class="tb-tools">
            {ways.map(({ words, accept }) => (
              <label key={words} class="button tb-upload">
                {words}
                <input
                  type="file"
                  class="hidden-text"
                  accept={accept}
                  multiple={isMany}
                  disabled={isBusy || control.isDisabled}
                  aria-invalid={control.isWrong}
                  aria-describedby={control.describedBy}
                  onChange={(event) => {
                    const input = event.currentTarget;
                    const files = [...(input.files ?? [])];
                    if (files.length === 0) return;
                    void take(control, files).then(() => {
                      input.value = "";
                    });
                  }}
                />
              </label>
            ))}
            {isBusy && <span class="spinner" role="img" aria-label="Uploading" />}
          </div>
          {wrong !== "" && (
            <p role="alert" class="tb-refusals">
              {wrong}
            </p>
          )}
        </>
      )}
    </Field>
  );
};

/** field.file. */
export const FileField = ({ part }: Drawn) => {
  const accept = useTask().task.prop(part, "accept");
  const kinds = Array.isArray(accept) ? accept.map(String).join(",") : "";
  return <Uploads part={part} ways={[{ words: "Upload a file", accept: kinds }]} />;
};

/** field.audio: in a browser Toloka takes a file, too. */
export const AudioField = ({ part }: Drawn) => (
  <Uploads part={part} ways={[{ words: "Upload a sound", accept: "audio/*" }]} />
);

const mediaWays: Readonly<Record<string, Way>> = {
  photo: { words: "Take a photo", accept: "image/*" },
  video: { words: "Take a video", accept: "video/*" },
  gallery: { words: "From the gallery", accept: "image/*,video/*" },
  fileSystem: { words: "Choose a file", accept: "" },
};

/** field.media-file. */
export const MediaFileField = ({ part }: Drawn) => {
  const accept = objectOf(useTask().task.prop(part, "accept"));
  const ways = Object.entries(mediaWays).flatMap(([name, way]) =>
    accept[name] === true ? [way] : [],
  );
  return <Uploads part={part} ways={ways.length > 0 ? ways : Object.values(mediaWays).slice(3)} />;
};
