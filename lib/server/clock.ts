import 'server-only'

/** When things are due. Leases use the database's own clock instead, so that servers with differing clocks agree. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }
