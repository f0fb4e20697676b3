import { placeOf } from "./distance.ts";

/** A place on the ground in degrees. */
export type Place = { readonly lat: number; readonly lon: number };

/** A piece of the ground that a plain grid shows: its middle and its size in degrees. */
export type Plane = { readonly middle: Place; readonly height: number; readonly width: number };

/** The plane around a centre such as `"53.9,27.5"`, smaller with each step of the zoom as maps are. */
export const planeOf = (centre: unknown, zoom: unknown): Plane => {
  const level = typeof zoom === "number" ? Math.min(20, Math.max(0, zoom)) : 10;
  const width = 360 / 2 ** level;
  return { middle: placeOf(centre) ?? { lat: 0, lon: 0 }, width, height: width / 2 };
};

/** Where a place stands on the plane, as shares of its width and height; null when it is not on it. */
export const spotOn = (
  plane: Plane,
  place: Place,
): { readonly left: number; readonly top: number } | null => {
  const left = 0.5 + (place.lon - plane.middle.lon) / plane.width;
  const top = 0.5 - (place.lat - plane.middle.lat) / plane.height;
  return left < 0 || left > 1 || top < 0 || top > 1 ? null : { left, top };
};

const short = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** The place under a spot of the plane, as coordinates are written: `"lat,lon"`. */
export const placeUnder = (plane: Plane, left: number, top: number): string => {
  const lat = Math.min(90, Math.max(-90, plane.middle.lat + (0.5 - top) * plane.height));
  const lon = plane.middle.lon + (left - 0.5) * plane.width;
  return `${short(lat)},${short(Math.min(180, Math.max(-180, lon)))}`;
};
