import type { ComponentChildren } from "preact";
import { isObject, type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import { Carousel } from "./carousel.tsx";
import { Chart } from "./chart.tsx";
import { DataTable } from "./data-table.tsx";
import type { BlocksHost } from "./host.ts";
import { InputBlock } from "./input-block.tsx";
import { Markdown } from "./markdown.tsx";
import { Picture } from "./picture.tsx";
import { Plan, TaskCard } from "./plan.tsx";
import { RichText } from "./rich-text.tsx";
import { FreeElement, Section } from "./section.tsx";
import { Table } from "./table.tsx";
import { plain, Text } from "./text.tsx";
import { Video } from "./video.tsx";

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

const SmallIcon = ({ image }: { readonly image: JsonObject }) => (
  <span class="small-icon">
    <Picture image={image} />
  </span>
);

const CardPart = (props: BlockProps & { readonly name: string }) =>
  isObject(props.block[props.name]) ? (
    <div class={`card-${props.name}`}>
      <Text text={props.block[props.name]} directory={props.host.directory} />
    </div>
  ) : null;

const Card = ({ block, host }: BlockProps) => {
  const part = (name: string) => <CardPart block={block} host={host} name={name} />;
  const buttons = objectsOf(block.actions);
  return (
    <div class="card">
      {isObject(block.hero_image) && (
        <div class="card-hero">
          <Picture image={block.hero_image} />
        </div>
      )}
      <div class="card-head">
        {isObject(block.icon) && <SmallIcon image={block.icon} />}
        <div>
          {part("title")}
          {part("subtitle")}
        </div>
      </div>
      {part("body")}
      {part("subtext")}
      {buttons.length > 0 && (
        <div class="actions">
          {buttons.map((element, index) => (
            <FreeElement key={`${index}`} element={element} block={block} host={host} />
          ))}
        </div>
      )}
    </div>
  );
};

const ContainerHead = ({ block, host }: BlockProps) => (
  <span class="container-head">
    {isObject(block.icon) && <SmallIcon image={block.icon} />}
    {isObject(block.rich_text_title) && (
      <RichText block={block.rich_text_title} directory={host.directory} />
    )}
    {isObject(block.title) && <strong>{plain(block.title)}</strong>}
    {isObject(block.subtitle) && (
      <span class="card-subtitle">
        <Text text={block.subtitle} directory={host.directory} />
      </span>
    )}
  </span>
);

const Container = ({ block, host }: BlockProps) => {
  const inner = <Blocks blocks={objectsOf(block.child_blocks)} host={host} />;
  const head = <ContainerHead block={block} host={host} />;
  return block.is_collapsible === true ? (
    <details class="container" open={block.default_collapsed !== true}>
      <summary>{head}</summary>
      {inner}
    </details>
  ) : (
    <div class="container">
      {head}
      {inner}
    </div>
  );
};

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
    case "data_table":
      return <DataTable block={block} directory={directory} />;
    case "table":
      return <Table block={block} directory={directory} />;
    case "alert":
      return <Alert block={block} host={host} />;
    case "card":
      return <Card block={block} host={host} />;
    case "container":
      return <Container block={block} host={host} />;
    case "carousel":
      return (
        <Carousel
          cards={objectsOf(block.elements).map((card) => (
            <Card key={textOf(card.block_id)} block={card} host={host} />
          ))}
        />
      );
    case "data_visualization":
      return <Chart block={block} />;
    case "plan":
      return <Plan block={block} directory={directory} />;
    case "task_card":
      return <TaskCard task={block} directory={directory} />;
    case "video":
      return <Video block={block} />;
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
