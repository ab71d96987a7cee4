async function json(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/geo+json, application/json' } });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

export const settings = () => json('/open/v1/portal');

/** What the portal shows of each station, with its place as [latitude, longitude]. */
export async function stations() {
  const { features } = await json('/open/v1/stations');
  return features.map(({ geometry, properties }) => ({
    ...properties,
    place: [geometry.coordinates[1], geometry.coordinates[0]],
    latest: properties.latest.map((value) => ({ ...value, unitSymbol: value.unitSymbol === '-' ? '' : value.unitSymbol })),
  }));
}

export function observationsAddress(station, parameter, hours, more = {}) {
  const to = new Date();
  const from = new Date(to - hours * 3600000);
  return `/open/v1/observations?${new URLSearchParams({ station, parameter, from: from.toISOString(), to: to.toISOString(), ...more })}`;
}

export async function observations(station, parameter, hours) {
  const items = [];
  let next = observationsAddress(station, parameter, hours, { limit: 10000 });
  while (next) {
    const page = await json(next);
    items.push(...page.items);
    next = page.next;
  }
  return items;
}

/** How far a value is towards its limit; above 1 is outside. */
export function strain({ value, status, limit }) {
  if (!limit || status !== '00' || value === undefined) return 0;
  const over = limit.max ? value / limit.max : 0;
  const under = limit.min && value ? limit.min / value : 0;
  return Math.max(over, under);
}

const TELLING = ['DO', 'COD', 'PM2,5', 'PM', 'TSS', 'pH'];

/** The one value that says most of a station: what is exceeded, else what is nearest to its limit. */
export function telling(station) {
  const exceeded = station.exceedances?.[0]?.parameter;
  const byStrain = [...station.latest].sort((a, b) => strain(b) - strain(a));
  return station.latest.find((value) => value.parameter === exceeded)
    || (byStrain.length && strain(byStrain[0]) > 0 ? byStrain[0] : null)
    || TELLING.map((code) => station.latest.find((value) => value.parameter === code)).find(Boolean)
    || station.latest[0];
}
