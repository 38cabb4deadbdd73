/** `NSPH-SL 2022:1`: how a published statement is cited; of one that was brought in without a number, by its place. */
export function numberLabel(prefix: string, year: number, number: number | string): string {
	return `${prefix} ${year}:${number}`
}
