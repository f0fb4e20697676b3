import { isObject, type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import { Element } from "./element.tsx";
import type { BlocksHost } from "./host.ts";
import { Picture } from "./picture.tsx";
import { Text } from "./text.tsx";

/** An element outside of a form field: it tells the app at once. */
export const FreeElement = (props: {
  readonly element: JsonObject;
  readonly block: JsonObject;
  readonly host: BlocksHost;
}) => {
  const { element, block, host } = props;
  if (element.type === "image") return <Picture image={element} />;
  return (
    <Element
      host={host}
      element={element}
      blockId={textOf(block.block_id)}
      actionId={textOf(element.action_id)}
      isInput={false}
      dispatches={true}
    />
  );
};

/** Text, perhaps in two columns, with something at its side. */
export const Section = (props: { readonly block: JsonObject; readonly host: BlocksHost }) => {
  const { block, host } = props;
  const fields = objectsOf(block.fields);
  return (
    <div class="section">
      <div class="section-text">
        <Text text={block.text} directory={host.directory} />
        {fields.length > 0 && (
          <div class="columns">
            {fields.map((field, index) => (
              <div key={`${index}`}>
                <Text text={field} directory={host.directory} />
              </div>
            ))}
          </div>
        )}
      </div>
      {isObject(block.accessory) && (
        <div class="accessory">
          <FreeElement element={block.accessory} block={block} host={host} />
        </div>
      )}
    </div>
  );
};
