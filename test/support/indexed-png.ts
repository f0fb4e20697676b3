import { crc32, deflateSync } from "node:zlib";

/** A picture: four bytes a pixel, red, green, blue and opacity, row after row. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Buffer };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** For each shade the nearest of the 16 that are kept. */
const rounds = Uint8Array.from({ length: 256 }, (_, shade) => Math.round(shade / 17) * 17);

/** The same picture with 16 shades of each of red, green and blue, and nothing see-through. */
export const coarse = ({ width, height, data }: Pixels): Pixels => {
  const rounded = Buffer.alloc(data.length, 255);
  for (let at = 0; at < data.length; at += 1) {
    if (at % 4 !== 3) rounded[at] = rounds[data[at] ?? 0] ?? 0;
  }
  return { width, height, data: rounded };
};

const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

/** A PNG with one byte a pixel; throws when the picture has more than 256 colours. */
export const indexedPng = ({ width, height, data }: Pixels): Buffer => {
  const palette = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const colour = data.readUIntBE(pixel * 4, 3);
    const index = palette.get(colour) ?? palette.size;
    palette.set(colour, index);
    rows[pixel + Math.floor(pixel / width) + 1] = index;
  }
  if (palette.size > 256) throw new Error(`${palette.size} colours do not fit into a byte`);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.alloc(palette.size * 3);
  for (const [colour, index] of palette) colours.writeUIntBE(colour, index * 3, 3);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};
