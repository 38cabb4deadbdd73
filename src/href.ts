/** The names of the parameters in a path: `/:coalition/statements/:statement`. */
type ParamNames<Path extends string> = Path extends `${infer Segment}/${infer Rest}`
	? ParamName<Segment> | ParamNames<Rest>
	: ParamName<Path>
type ParamName<Segment extends string> = Segment extends `:${infer Name}{${string}`
	? Name
	: Segment extends `:${infer Name}`
		? Name
		: never

export type Params<Path extends string> = { readonly [Name in ParamNames<Path>]: string }

/**
 * The URL of a route. Every parameter is required and escaped; `query` leaves out what is undefined.
 *
 * @throws when a parameter is empty, which would give another route's URL.
 */
export function href<Path extends string>(
	path: Path,
	...[params, query]: ParamNames<Path> extends never
		? [params?: Record<string, never>, query?: Query]
		: [params: Params<Path>, query?: Query]
): string {
	const values: Readonly<Record<string, string>> = params ?? {}
	const url = path.replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_match, name: string) => {
		const value = values[name]
		if (!value) throw new Error(`${path} needs ${name}`)
		return encodeURIComponent(value)
	})
	if (query === undefined) return url
	const search = new URLSearchParams(
		Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
	).toString()
	return search === '' ? url : `${url}?${search}`
}

type Query = Readonly<Record<string, string | undefined>>
