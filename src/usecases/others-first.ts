/** Lets others go first who have waited meanwhile: readers of public pages. */
export const othersFirst = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
