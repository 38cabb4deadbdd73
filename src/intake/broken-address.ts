/** A piece of an address with the length it has in the text. Null: which it is cannot be told. */
export type Broken = { readonly name: string | null; readonly length: number }

/**
 * Names of machines that answers are sent to and that are words put together: at a line's end they are parted by a hyphen
 * that is not theirs.
 */
const KNOWN = new Set(
	'regeringskansliet socialstyrelsen naturvardsverket boverket skolverket skolinspektionen lansstyrelsen folkhalsomyndigheten forsakringskassan arbetsformedlingen migrationsverket trafikverket transportstyrelsen konsumentverket livsmedelsverket jordbruksverket skogsstyrelsen kemikalieinspektionen energimyndigheten tillvaxtverket kammarkollegiet lakemedelsverket finansinspektionen skatteverket tullverket bolagsverket lantmateriet statskontoret arbetsmiljoverket upphandlingsmyndigheten pensionsmyndigheten riksarkivet kulturradet riksrevisionen sjofartsverket affarsverken kriminalvarden brottsoffermyndigheten elsakerhetsverket fortifikationsverket havochvatten stockholmsstad vastragotaland ostergotland'.split(
		' ',
	),
)

/** Small words that names of machines are put together with: nothing parts a word right behind them. */
const LINKING = /-(?:for|och|i|av|till|om|med|pa|the|of|and)$/iu

const PARTED =
	/^(?<first>[\p{L}\d](?:[\p{L}\d.-]{0,80}[\p{L}\d])?)(?:(?<hyphen>-)[\n ]|\n)(?<point>\.?)(?<second>[\p{L}\d](?:[\p{L}\d.-]{0,60}[\p{L}\d])?)/u
const WHOLE = /^(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,6}\p{L}{2,18}$/u

/** Whether a text has the piece whole elsewhere, in small letters. */
type Elsewhere = (piece: string) => boolean

/** The name of a machine that is parted by a line's end; null where none is. */
export function brokenDomain(rest: string, elsewhere: Elsewhere): Broken | null {
	const parts = PARTED.exec(rest)?.groups
	if (!parts) return null
	// Line ends that were lost are spaces.
	const { first = '', hyphen = '', point = '', second = '' } = parts
	const length = first.length + hyphen.length + 1 + point.length + second.length
	if (hyphen === '') {
		// What has an ending is whole, unless another follows.
		const whole = point === '.' || !first.includes('.') ? first + point + second : ''
		return WHOLE.test(whole) && (point === '.' || second.includes('.')) ? { name: whole, length } : null
	}
	const [kept, dropped] = [`${first}-${second}`, first + second]
	if (!WHOLE.test(kept) && !WHOLE.test(dropped)) return { name: null, length: first.length + 1 }
	const [keptElsewhere, droppedElsewhere] = [
		elsewhere(`@${kept.toLowerCase()}`),
		elsewhere(`@${dropped.toLowerCase()}`),
	]
	if (keptElsewhere !== droppedElsewhere) return { name: keptElsewhere ? kept : dropped, length }
	if (dropped.split('.').some((label) => KNOWN.has(label.toLowerCase()))) return { name: dropped, length }
	return { name: LINKING.test(first) ? kept : null, length }
}

/** What stands before a line's end right before an address, and may be its beginning. */
const BEGINNING =
	/(?:^|[\s<(:])(?<first>[\p{L}\d._-]{0,30}(?:(?<hyphen>[\p{L}\d]-)|_|(?<![\p{L}\d])[\p{L}\d]{1,3}\.))\n$/u
const ABBREVIATED = /^(?:kl|ca|dnr|nr|st|tel|ex|obs|jfr|kap|s\.?k|osv|etc|dvs|mm|m\.m)\.$/iu

/** The part before the sign, which may begin on the line above: "s.\nremissvar@…". */
export function brokenLocal(before: string, local: string, elsewhere: Elsewhere): Broken {
	const parts = BEGINNING.exec(before)?.groups
	const whole = { name: local, length: local.length }
	if (!parts) return whole
	const { first = '', hyphen } = parts
	const length = first.length + 1 + local.length
	if (hyphen === undefined) return ABBREVIATED.test(first) ? whole : { name: first + local, length }
	const names = [first + local, first.slice(0, -1) + local].filter((name) => elsewhere(`${name.toLowerCase()}@`))
	return { name: names.length === 1 ? (names[0] ?? null) : null, length }
}
