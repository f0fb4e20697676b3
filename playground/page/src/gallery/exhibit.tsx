import { useState } from "preact/hooks";
import { Blocks } from "../block-kit/blocks.tsx";
import type { BlocksHost, Directory, ElementState, Values } from "../block-kit/host.ts";
import { plain } from "../block-kit/text.tsx";
import { useConfirm } from "../block-kit/use-confirm.tsx";
import { type JsonObject, objectOf, objectsOf, textOf } from "../ui/json.ts";

const person = { tz: "UTC", kind: "member", deleted: false } as const;

/** Those whom the sample payloads name. */
const directory: Directory = {
  viewer: { id: "URITA", tz: "UTC" },
  users: [
    { ...person, id: "URITA", name: "rita", realName: "Rita" },
    { ...person, id: "UANNA", name: "anna", realName: "Anna" },
    { ...person, id: "UOLGA", name: "olga", realName: "Olga" },
  ],
  channels: [
    {
      ...{ id: "C1", name: "labelling", kind: "public", archived: false, member: true },
      ...{ members: 4, bot: true, unread: 0 },
    },
  ],
  groups: [{ id: "SLEADS", handle: "leads" }],
};

const nothing = (): void => undefined;

/** The untouched values that came with an exhibit, those that have a type. */
const valuesOf = (given: JsonObject): Values =>
  Object.fromEntries(
    Object.entries(given).map(([blockId, elements]) => [
      blockId,
      Object.fromEntries(
        Object.entries(objectOf(elements)).map(([actionId, state]) => {
          const known = objectOf(state);
          return [actionId, { ...known, type: textOf(known.type) }];
        }),
      ),
    ]),
  );

/** What is typed into an exhibit stays in it; nobody is told. */
const useLoneHost = (
  surface: BlocksHost["surface"],
  exhibit: JsonObject,
  ask: BlocksHost["ask"],
): BlocksHost => {
  const [values, setValues] = useState<Values>(() => valuesOf(objectOf(exhibit.values)));
  const errors = Object.fromEntries(
    Object.entries(objectOf(exhibit.errors)).map(([blockId, error]) => [blockId, textOf(error)]),
  );
  const change = (blockId: string, actionId: string, state: ElementState): void =>
    setValues((old) => ({ ...old, [blockId]: { ...old[blockId], [actionId]: state } }));
  return {
    ...{ surface, directory, values, change, errors, ask, busy: new Set<string>() },
    act: nothing,
    suggest: async () => [],
    upload: async (file) => ({ id: "F1", name: file.name }),
  };
};

const surfaces = ["message", "modal", "home"] as const;

/** One message, modal or Home tab under its name. */
export const Exhibit = ({ exhibit }: { readonly exhibit: JsonObject }) => {
  const payload = objectOf(exhibit.payload);
  const surface = surfaces.find((each) => each === exhibit.surface) ?? "message";
  const isModal = surface === "modal";
  const confirm = useConfirm(directory);
  const host = useLoneHost(surface, exhibit, confirm.ask);
  return (
    <article class={`exhibit of-${surface}`}>
      <h3>{textOf(exhibit.name)}</h3>
      <div class="frame">
        {isModal && <p class="frame-title">{plain(payload.title)}</p>}
        <Blocks blocks={objectsOf(payload.blocks)} host={host} />
        {isModal && (
          <p class="frame-foot">
            {["close", "submit"].map((name) =>
              payload[name] === undefined ? null : <span key={name}>{plain(payload[name])}</span>,
            )}
          </p>
        )}
      </div>
      {confirm.dialog}
    </article>
  );
};
