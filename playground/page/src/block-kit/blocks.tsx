import type { ComponentChildren } from "preact";
import { isObject, type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import type { BlocksHost } from "./host.ts";
import { InputBlock } from "./input-block.tsx";
import { Markdown } from "./markdown.tsx";
import { Picture } from "./picture.tsx";
import { RichText } from "./rich-text.tsx";
import { FreeElement, Section } from "./section.tsx";
import { Table } from "./table.tsx";
import { plain, Text } from "./text.tsx";

type BlockProps = { readonly block: JsonObject; readonly host: BlocksHost };

const Actions = ({ block, host }: BlockProps) => (
  <div class="actions">
    {objectsOf(block.elements).map((element, index) => (
      <FreeElement
        key={textOf(element.action_id) || `${index}`}
        element={element}
        block={block}
        host={host}
      />
    ))}
  </div>
);

const Context = ({ block, host }: BlockProps) => (
  <div class="context">
    {objectsOf(block.elements).map((element, index) =>
      element.type === "image" ? (
        <Picture key={`${index}`} image={element} />
      ) : (
        <span key={`${index}`}>
          <Text text={element} directory={host.directory} />
        </span>
      ),
    )}
  </div>
);

const ImageBlock = ({ block }: BlockProps) => (
  <figure>
    {block.title !== undefined && <figcaption>{plain(block.title)}</figcaption>}
    <Picture image={block} />
  </figure>
);

const Alert = ({ block, host }: BlockProps) => (
  <div class={`alert ${textOf(block.level) || "info"}`} role="note">
    <Text text={block.text} directory={host.directory} />
  </div>
);

const Card = ({ block, host }: BlockProps) => (
  <div class="card">
    {isObject(block.hero_image) && <Picture image={block.hero_image} />}
    {["title", "subtitle", "body", "subtext"].map((name) =>
      isObject(block[name]) ? (
        <div key={name} class={`card-${name}`}>
          <Text text={block[name]} directory={host.directory} />
        </div>
      ) : null,
    )}
    <div class="actions">
      {objectsOf(block.actions).map((element, index) => (
        <FreeElement key={`${index}`} element={element} block={block} host={host} />
      ))}
    </div>
  </div>
);

const Inner = ({ block, host }: BlockProps) => (
  <div class="container">
    {isObject(block.title) && <strong>{plain(block.title)}</strong>}
    <Blocks blocks={objectsOf(block.child_blocks ?? block.blocks ?? block.elements)} host={host} />
  </div>
);

const drawBlock = (block: JsonObject, host: BlocksHost): ComponentChildren => {
  const { directory } = host;
  switch (block.type) {
    case "section":
      return <Section block={block} host={host} />;
    case "header":
      return <h3 class="header">{plain(block.text)}</h3>;
    case "divider":
      return <hr />;
    case "context":
      return <Context block={block} host={host} />;
    case "actions":
    case "context_actions":
      return <Actions block={block} host={host} />;
    case "input":
      return <InputBlock block={block} host={host} />;
    case "image":
      return <ImageBlock block={block} host={host} />;
    case "rich_text":
      return <RichText block={block} directory={directory} />;
    case "markdown":
      return <Markdown text={textOf(block.text)} directory={directory} />;
    case "table":
      return <Table block={block} directory={directory} />;
    case "alert":
      return <Alert block={block} host={host} />;
    case "card":
      return <Card block={block} host={host} />;
    case "container":
    case "carousel":
      return <Inner block={block} host={host} />;
    default:
      return <p class="not-drawn">[a block of type {textOf(block.type)} is not drawn here]</p>;
  }
};

/** Blocks of a message, a modal or the Home tab, drawn as Slack draws them. */
export const Blocks = (props: {
  readonly blocks: readonly JsonObject[];
  readonly host: BlocksHost;
}) => (
  <div class={`blocks on-${props.host.surface}`}>
    {props.blocks.map((block, index) => (
      <div class="block" key={textOf(block.block_id) || `${index}`}>
        {drawBlock(block, props.host)}
      </div>
    ))}
  </div>
);
