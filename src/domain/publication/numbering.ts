/** `NSPH-SL 2022:1`: how a published statement is cited. */
export function numberLabel(prefix: string, year: number, number: number): string {
	return `${prefix} ${year}:${number}`
}
