import { agentBlocks } from "../block-kit/agents.ts";
import { cardBlocks } from "../block-kit/cards.ts";
import { accessories, alertsForm, elementsForm, freeElements } from "../block-kit/elements.ts";
import { figureBlocks } from "../block-kit/figures.ts";
import { layoutBlocks, markdownBlock } from "../block-kit/layout.ts";
import { type Payload, plain } from "../block-kit/parts.ts";
import { type Exhibit, home, message, modal, type Section } from "../exhibit.ts";

type Named = { readonly [name: string]: readonly Payload[] };

/** Slack takes two charts a message. */
const mostOfAKind = 2;

const inPieces = (blocks: readonly Payload[]): readonly (readonly Payload[])[] =>
  blocks[0]?.type === "data_visualization"
    ? [blocks.slice(0, mostOfAKind), blocks.slice(mostOfAKind)]
    : [blocks];

const texted = (name: string, blocks: readonly Payload[]): Exhibit => {
  const payload = { text: name, blocks };
  return message(name, payload);
};

const messagesOf = (named: Named): Exhibit[] =>
  Object.entries(named).flatMap(([name, blocks]) =>
    inPieces(blocks).map((piece, index) => texted(index === 0 ? name : `${name}, more`, piece)),
  );

const homeOf = (name: string, blocks: readonly Payload[]): Exhibit => {
  const payload = { type: "home", blocks };
  return home(name, payload);
};

/** Every block and element that Slack documents, on the surfaces it may stand on. */
export const blockKitSections: readonly Section[] = [
  {
    title: "Block Kit: blocks of a message",
    exhibits: [
      ...messagesOf(layoutBlocks),
      texted("markdown", [markdownBlock]),
      ...messagesOf(cardBlocks),
      ...messagesOf(figureBlocks),
      ...messagesOf(agentBlocks),
    ],
  },
  {
    title: "Block Kit: blocks of a form",
    exhibits: [
      modal("alerts", alertsForm),
      modal("blocks that stand everywhere", {
        ...{ type: "modal", title: plain("Blocks"), close: plain("Close") },
        blocks: Object.values(layoutBlocks).flat(),
      }),
    ],
  },
  {
    title: "Block Kit: the Home tab",
    exhibits: [
      homeOf("empty", []),
      homeOf("blocks that stand everywhere", Object.values(layoutBlocks).flat()),
      homeOf("cards", Object.values(cardBlocks).flat()),
      homeOf("fields and buttons", [
        ...elementsForm.blocks.filter(({ block_id }) => block_id === "block-0"),
        ...freeElements.slice(0, 1),
      ]),
    ],
  },
  { title: "Block Kit: elements of a form", exhibits: [modal("elements", elementsForm)] },
  {
    title: "Block Kit: elements that act at once",
    exhibits: [texted("in a row of their own", freeElements), texted("beside a text", accessories)],
  },
];
