const earthMetres = 6_371_000;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Latitude and longitude of a text such as `53.910236,27.531110`; null when it is none. */
export const placeOf = (text: unknown): { readonly lat: number; readonly lon: number } | null => {
  if (typeof text !== "string") return null;
  const [lat = Number.NaN, lon = Number.NaN, ...rest] = text.split(",").map((each) => {
    return each.trim() === "" ? Number.NaN : Number(each);
  });
  const isPlace = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && rest.length === 0;
  return isPlace ? { lat, lon } : null;
};

/** The distance of two places on the ground, in metres; null when one is not a place. */
export const metresBetween = (from: unknown, to: unknown): number | null => {
  const [one, other] = [placeOf(from), placeOf(to)];
  if (one === null || other === null) return null;
  const lat = Math.sin(radians(other.lat - one.lat) / 2) ** 2;
  const lon = Math.sin(radians(other.lon - one.lon) / 2) ** 2;
  const chord = lat + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * lon;
  return 2 * earthMetres * Math.asin(Math.sqrt(chord));
};
