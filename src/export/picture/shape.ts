/** What networks show of a page that somebody shares is of this shape (Open Graph). Pixels. */
export const CARD = { width: 1200, height: 630 } as const
