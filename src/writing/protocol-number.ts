/** Raised when a page of an earlier day could not write on: it is then told to load itself anew. Apart from what checks messages, which pages do not load. */
export const PROTOCOL = 2
