/**
 * Raised when a page of an earlier day could not write on: it is then told to load itself anew. By itself, so that a page that asks for it
 * does not load what checks messages.
 */
export const PROTOCOL = 2
